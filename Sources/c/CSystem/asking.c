#include "asking.h"

#include <stdlib.h>

_Thread_local moot_asked *moot_asked_now;

void moot_asked_begin(moot_asked *asked, void *keeper) {
    *asked = (moot_asked){.outer = moot_asked_now, .keeper = keeper};
    moot_asked_now = asked;
}

void moot_asked_end(moot_asked *asked) { moot_asked_now = asked->outer; }

void moot_asked_free(moot_asked *asked) { free(asked->questions); }

/// Says whether it was not there yet. Questions are mixed already, so that their lowest bits are as good as any.
static int put(uint64_t *places, size_t room, uint64_t question) {
    size_t at = question & (room - 1);
    while (places[at] != 0) {
        if (places[at] == question) return 0;
        at = (at + 1) & (room - 1);
    }
    places[at] = question;
    return 1;
}

static void grow(moot_asked *asked) {
    size_t room = asked->room == 0 ? 64 : asked->room * 2;
    uint64_t *places = calloc(room, sizeof *places);
    if (places == NULL) abort();
    for (size_t at = 0; at < asked->room; at++) {
        if (asked->questions[at] != 0) put(places, room, asked->questions[at]);
    }
    free(asked->questions);
    asked->questions = places;
    asked->room = room;
}

void moot_asked_add(moot_asked *asked, uint64_t question) {
    if (2 * asked->count >= asked->room) grow(asked);
    asked->count += put(asked->questions, asked->room, question);
}
