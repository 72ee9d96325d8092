// The modules of the program that looks into attachments, the first of them the one that begins.
#ifndef MOOT_READER_H
#define MOOT_READER_H

#include <stddef.h>

typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} moot_reader_file;

size_t moot_reader_file_count(void);
moot_reader_file moot_reader_file_at(size_t index);

#endif
