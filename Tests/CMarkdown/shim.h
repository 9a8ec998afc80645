// cmark, the reference reader of CommonMark, with GitHub's footnotes.
#ifndef LADMP_MARKDOWN_SHIM_H
#define LADMP_MARKDOWN_SHIM_H

#include <cmark-gfm.h>

/// HTML of a text in CommonMark; the caller frees it.
static inline char *shim_html(const char *text, size_t length) {
  return cmark_markdown_to_html(text, length, CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8);
}

#endif
