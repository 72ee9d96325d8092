#include "words.h"

static const unsigned char cy[] = {
#embed "../../2-read/Vocabulary/Words/cy.words"
};

static const unsigned char de[] = {
#embed "../../2-read/Vocabulary/Words/de.words"
};

static const unsigned char en[] = {
#embed "../../2-read/Vocabulary/Words/en.words"
};

static const unsigned char fr[] = {
#embed "../../2-read/Vocabulary/Words/fr.words"
};

static const moot_words_file files[] = {
    {"cy", cy, sizeof cy},
    {"de", de, sizeof de},
    {"en", en, sizeof en},
    {"fr", fr, sizeof fr},
};

size_t moot_words_count(void) { return sizeof files / sizeof files[0]; }

moot_words_file moot_words_at(size_t index) { return files[index]; }
