// Signals turned into bytes on a pipe, and the terminal given back when the program dies.
#ifndef LADMP_SIGNALS_H
#define LADMP_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

/// Opens the pipe and handles SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT and SIGQUIT
/// by writing the signal's number to it; one that was ignored stays ignored. Returns the end to read from, or -1.
int signals_open(void);

/// Puts back the handlers and masks that were there before.
void signals_close(void);

/// Stops the program's process group, as Ctrl-Z does, until it is continued.
void signals_stop(void);

/// Dies of a signal, so that the parent sees which.
void signals_die(int number);

/// Remembers the modes of a terminal before they are changed; false when it is none.
bool signals_remember(int terminal);

/// From now on a trap writes back the modes that were remembered before the program dies of the
/// signal.
void signals_guard(void);

/// From now on the guard also writes the bytes that leave the alternate screen.
void signals_farewell(const char *_Nonnull bytes, size_t count);

/// Ends the guard: the terminal has been given back.
void signals_unguard(void);

#endif
