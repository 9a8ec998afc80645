#ifndef LADMP_SEARCH_H
#define LADMP_SEARCH_H

#include <stddef.h>

/// Where a word first stands among bytes; NULL where it does not. Looks at sixteen places at once
/// where the processor can.
const void *_Nullable search_bytes(
    const void *_Nonnull bytes, size_t count, const void *_Nonnull word, size_t word_count);

/// The same by memmem, which Swift's C library module hides: it is an extension to POSIX.
const void *_Nullable search_bytes_plainly(
    const void *_Nonnull bytes, size_t count, const void *_Nonnull word, size_t word_count);

#endif
