#include "CMemory.h"

#if defined(__linux__)
#include <malloc.h>
#endif

void share_one_heap(void) {
#if defined(__GLIBC__)
  mallopt(M_ARENA_MAX, 1);
#endif
}

void give_memory_back(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}
