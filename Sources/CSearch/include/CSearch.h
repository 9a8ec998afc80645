#ifndef LADMP_SEARCH_H
#define LADMP_SEARCH_H

#include <stddef.h>

/// memmem, which Swift's C library module hides: it is an extension to POSIX.
const void *_Nullable search_bytes(
    const void *_Nonnull bytes, size_t count, const void *_Nonnull word, size_t word_count);

#endif
