// What this thread is asked to note: the questions that a result asks while it is made.
//
// In C, since Swift has no variable that each thread has for itself and that costs no more than a look.
#ifndef MOOT_ASKING_H
#define MOOT_ASKING_H
#include <stddef.h>
#include <stdint.h>

/// The questions of one result, each once: a table with places for a power of two, of which zero is an empty one.
typedef struct moot_asked {
    uint64_t *questions;
    size_t count;
    size_t room;
    /// Most questions are asked several times in a row.
    uint64_t last;
    /// Who wanted to know before.
    struct moot_asked *outer;
    /// What Swift keeps with it.
    void *keeper;
} moot_asked;

extern _Thread_local moot_asked *moot_asked_now;

void moot_asked_begin(moot_asked *asked, void *keeper);
/// On the same thread, the last one begun first.
void moot_asked_end(moot_asked *asked);
void moot_asked_free(moot_asked *asked);
void moot_asked_add(moot_asked *asked, uint64_t question);

static inline moot_asked *moot_asked_current(void) { return moot_asked_now; }

static inline void moot_ask(uint64_t question) {
    moot_asked *now = moot_asked_now;
    if (now == NULL || now->last == question) return;
    now->last = question;
    moot_asked_add(now, question);
}
#endif
