// What Swift can't import from SQLite: a macro that is a cast.
#ifndef LADMP_SQLITE_SHIM_H
#define LADMP_SQLITE_SHIM_H

#include <sqlite3.h>

/// Binds a text of so many bytes, which SQLite copies. A text without bytes is one all the same.
static inline int shim_bind_text(
    sqlite3_stmt *statement, int place, const char *text, int length) {
  return sqlite3_bind_text(statement, place, text ? text : "", length, SQLITE_TRANSIENT);
}

#endif
