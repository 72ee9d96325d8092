// The files that the preview adds to a page, inside the program, so that it needs no other file at work.
#ifndef MOOT_BROWSER_H
#define MOOT_BROWSER_H

#include <stddef.h>

struct moot_browser_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

// Without bytes where there is no file of this name.
struct moot_browser_file moot_browser_file(const char *name);

#endif
