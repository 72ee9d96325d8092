// The one call of the C library that Swift's overlay leaves out: exchanging two paths in one step.
// Declared here because glibc shows it under _GNU_SOURCE alone.
#ifndef MOOT_RENAME_H
#define MOOT_RENAME_H
#if defined(__linux__)
extern int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
#define MOOT_RENAME_EXCHANGE 2u
#endif
#endif
