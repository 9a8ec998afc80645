#ifndef LADMP_RESOURCES_H
#define LADMP_RESOURCES_H

#include <stddef.h>

/// The built-in edition: UTF-8 JSON, not terminated.
extern const unsigned char *const resource_declaration;
/// Its length in bytes.
extern const size_t resource_declaration_length;

/// The outlines of the Americas: UTF-8 JSON, not terminated.
extern const unsigned char *const resource_map;
/// Its length in bytes.
extern const size_t resource_map_length;

#endif
