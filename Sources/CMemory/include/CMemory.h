#ifndef LADMP_MEMORY_H
#define LADMP_MEMORY_H

#include <stdbool.h>

/// malloc_trim, which Swift's C library module hides: gives memory that is not in use back to the
/// system. Does nothing where there is no such call.
void give_memory_back(void);

/// Opens a file without a name that stands in memory, for reading and writing. Returns -1 where the
/// system has none, and where the size of files is limited: what was written could be cut there.
int open_file_in_memory(void);

/// Has a descriptor lead to where another leads, without programs that are started inheriting it.
/// False where it could not be; errno says why. Only where there are files in memory.
bool lead_descriptor(int descriptor, int other);

#endif
