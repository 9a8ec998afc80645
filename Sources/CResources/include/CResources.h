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

/// One of several files: its name without an ending, and UTF-8 JSON, not terminated.
struct resource_file {
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// The built-in themes, in the order in which they are offered.
extern const struct resource_file *const resource_themes;
/// How many there are.
extern const size_t resource_theme_count;

/// The interface's words, by the codes of the languages besides English, which stands in the source.
extern const struct resource_file *const resource_texts;
/// How many there are.
extern const size_t resource_text_count;

#endif
