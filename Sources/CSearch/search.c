#define _GNU_SOURCE
#include "CSearch.h"
#include <string.h>

const void *search_bytes(const void *bytes, size_t count, const void *word, size_t word_count) {
  return memmem(bytes, count, word, word_count);
}
