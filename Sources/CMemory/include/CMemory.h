#ifndef LADMP_MEMORY_H
#define LADMP_MEMORY_H

/// All threads take memory from one heap: those that wait most of the time need none of their own,
/// which costs a thread more than the rest of its start. Does nothing where there is no such choice.
void share_one_heap(void);

/// malloc_trim, which Swift's C library module hides: gives memory that is not in use back to the
/// system. Does nothing where there is no such call.
void give_memory_back(void);

#endif
