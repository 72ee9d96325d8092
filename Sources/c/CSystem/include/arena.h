// Memory for one tree at a time: pieces are taken one after the other, and all are given back in one step.
//
// The C library asks for some thousand small pieces for a document and gives them back soon after. Taken from the common
// heap they are scattered between what is kept, which costs time and leaves holes. Each thread has memory of its own.
#ifndef MOOT_ARENA_H
#define MOOT_ARENA_H
#include <stddef.h>

typedef struct {
    void *block;
    size_t used;
} moot_arena_mark;

/// Remembers how much this thread has taken. Marks are given back in the reverse order, on the same thread.
moot_arena_mark moot_arena_begin(void);
/// Gives back all that was taken since the mark.
void moot_arena_end(moot_arena_mark mark);

/// As calloc, realloc and free of the C library; the program ends where there is no memory.
void *moot_arena_calloc(size_t count, size_t size);
void *moot_arena_realloc(void *old, size_t size);
/// Does nothing: memory is given back by moot_arena_end.
void moot_arena_free(void *piece);
#endif
