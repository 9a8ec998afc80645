#ifndef LADMP_MEMORY_H
#define LADMP_MEMORY_H

/// malloc_trim, which Swift's C library module hides: gives memory that is not in use back to the
/// system. Does nothing where there is no such call.
void give_memory_back(void);

#endif
