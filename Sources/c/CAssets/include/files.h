#ifndef MOOT_FILES_H
#define MOOT_FILES_H
#include <stddef.h>

/// A file that the program carries.
typedef struct {
    /// From the root of the repository: `Templates/home.mustache`.
    const char *path;
    const unsigned char *bytes;
    size_t count;
} moot_file;

size_t moot_file_count(void);
moot_file moot_file_at(size_t index);

#endif
