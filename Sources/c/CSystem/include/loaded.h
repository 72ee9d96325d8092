// What runs: the program and the libraries that it brought, told by the numbers that their linkers gave them.
#ifndef MOOT_LOADED_H
#define MOOT_LOADED_H
#include <stdint.h>

/// A number for all of them together; 0 where the system does not tell.
uint64_t moot_loaded_number(void);
#endif
