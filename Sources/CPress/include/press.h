// The files that WeasyPrint is given, inside the program, so that it needs no other file at work.
#ifndef MOOT_PRESS_H
#define MOOT_PRESS_H

#include <stddef.h>

struct moot_press_file {
    const unsigned char *bytes;
    size_t count;
};

// The program that WeasyPrint is driven with.
struct moot_press_file moot_press_script(void);
// How packs look on paper.
struct moot_press_file moot_press_sheet(void);

#endif
