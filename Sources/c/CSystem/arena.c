#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct block {
    struct block *before;
    size_t size;
    size_t used;
    size_t unused;
} block;

/// What stands before every piece. Its size keeps pieces aligned as malloc's are.
typedef struct {
    size_t size;
    size_t unused;
} header;

static const size_t usual_size = 2 << 20;
static _Thread_local block *top;

static char *bytes(block *of) { return (char *)(of + 1); }

static size_t aligned(size_t size) {
    if (size > SIZE_MAX / 2) abort();
    return (size + 15) & ~(size_t)15;
}

static void add_block(size_t needed) {
    size_t size = needed > usual_size ? needed : usual_size;
    block *added = malloc(sizeof(block) + size);
    if (added == NULL) abort();
    added->before = top;
    added->size = size;
    added->used = 0;
    top = added;
}

static void *take(size_t size) {
    size_t whole = sizeof(header) + aligned(size);
    if (top == NULL || top->size - top->used < whole) add_block(whole);
    header *piece = (header *)(bytes(top) + top->used);
    piece->size = aligned(size);
    top->used += whole;
    return piece + 1;
}

/// Makes the piece that was taken last longer, if there is room.
static int extend(header *piece, size_t size) {
    char *end = (char *)(piece + 1) + piece->size;
    size_t more = aligned(size) - piece->size;
    if (end != bytes(top) + top->used || top->size - top->used < more) return 0;
    piece->size += more;
    top->used += more;
    return 1;
}

moot_arena_mark moot_arena_begin(void) {
    if (top == NULL) add_block(0);
    return (moot_arena_mark){top, top->used};
}

void moot_arena_end(moot_arena_mark mark) {
    while (top != mark.block) {
        block *last = top;
        top = last->before;
        free(last);
    }
    top->used = mark.used;
}

void *moot_arena_calloc(size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size) abort();
    return memset(take(count * size), 0, count * size);
}

void *moot_arena_realloc(void *old, size_t size) {
    if (old == NULL) return take(size);
    header *piece = (header *)old - 1;
    if (size <= piece->size || extend(piece, size)) return old;
    return memcpy(take(size), old, piece->size);
}

void moot_arena_free(void *piece) { (void)piece; }
