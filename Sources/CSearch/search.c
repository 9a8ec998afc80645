#define _GNU_SOURCE
#include "CSearch.h"
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

const void *search_bytes_plainly(
    const void *bytes, size_t count, const void *word, size_t word_count) {
  return memmem(bytes, count, word, word_count);
}

#ifdef __SSE2__
/// Looks at sixteen places at once, whether the word's first and last byte stand there; few places
/// have both. Leaves what is too short for that, or has so many of them that memmem is better at it,
/// and says where it begins.
static const char *search_by_ends(
    const char *bytes, size_t count, const char *word, size_t word_count, size_t *rest) {
  const __m128i first = _mm_set1_epi8(word[0]);
  const __m128i last = _mm_set1_epi8(word[word_count - 1]);
  size_t place = 0, missed = 0;
  for (; place + word_count - 1 + 16 <= count; place += 16) {
    const __m128i starts = _mm_loadu_si128((const __m128i *)(bytes + place));
    const __m128i ends = _mm_loadu_si128((const __m128i *)(bytes + place + word_count - 1));
    unsigned both = (unsigned)_mm_movemask_epi8(
        _mm_and_si128(_mm_cmpeq_epi8(first, starts), _mm_cmpeq_epi8(last, ends)));
    for (; both != 0; both &= both - 1) {
      const char *found = bytes + place + __builtin_ctz(both);
      if (memcmp(found + 1, word + 1, word_count - 2) == 0) return found;
      missed++;
    }
    if (missed > 64 + place / 4) break;
  }
  *rest = place;
  return NULL;
}
#endif

const void *search_bytes(const void *bytes, size_t count, const void *word, size_t word_count) {
  if (word_count == 1) return memchr(bytes, *(const char *)word, count);
  size_t rest = 0;
#ifdef __SSE2__
  if (word_count > 1) {
    const char *found = search_by_ends(bytes, count, word, word_count, &rest);
    if (found != NULL) return found;
  }
#endif
  return search_bytes_plainly((const char *)bytes + rest, count - rest, word, word_count);
}
