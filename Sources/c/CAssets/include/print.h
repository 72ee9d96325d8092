// The files that WeasyPrint is given, inside the program, so that it needs no other file at work.
#ifndef MOOT_PRINT_H
#define MOOT_PRINT_H

#include <stddef.h>

struct moot_print_file {
    const unsigned char *bytes;
    size_t count;
};

// The program that WeasyPrint is driven with.
struct moot_print_file moot_print_script(void);
// How packs look on paper.
struct moot_print_file moot_print_sheet(void);

#endif
