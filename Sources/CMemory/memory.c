#define _GNU_SOURCE
#include "CMemory.h"

#if defined(__linux__)
#include <fcntl.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

void give_memory_back(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

int open_file_in_memory(void) {
#if defined(__linux__)
  struct rlimit limit;
  if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY)
    return memfd_create("ladmp", MFD_CLOEXEC);
#endif
  return -1;
}

bool lead_descriptor(int descriptor, int other) {
#if defined(__linux__)
  return dup3(other, descriptor, O_CLOEXEC) >= 0;
#else
  return false;
#endif
}
