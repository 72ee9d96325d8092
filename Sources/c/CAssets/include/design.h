#ifndef MOOT_DESIGN_H
#define MOOT_DESIGN_H
#include <stddef.h>

/// A file that the program carries.
typedef struct {
    /// From the root of the repository: `Templates/home.mustache`.
    const char *path;
    const unsigned char *bytes;
    size_t count;
} moot_design_file;

size_t moot_design_count(void);
moot_design_file moot_design_file_at(size_t index);

#endif
