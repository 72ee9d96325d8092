// The words of each language, inside the program, so that it needs no other file at work.
#ifndef MOOT_WORDS_H
#define MOOT_WORDS_H
#include <stddef.h>

typedef struct {
    /// As site.yml names it: `cy`.
    const char *language;
    const unsigned char *bytes;
    size_t count;
} moot_words_file;

size_t moot_words_count(void);
moot_words_file moot_words_at(size_t index);

#endif
