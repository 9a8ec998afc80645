// What Swift can't import from curses: globals, macros and stdio's streams, as functions.
#ifndef LADMP_NCURSES_SHIM_H
#define LADMP_NCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#if __has_include(<ncursesw/ncurses.h>)
#include <ncursesw/ncurses.h>
#include <ncursesw/term.h>
#else
#include <ncurses.h>
#include <term.h>
#endif
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>
#include <wchar.h>

// Far beyond KEY_MAX, from which curses numbers the keys that only some terminals have.
enum {
  KEY_PASTE_BEGIN = KEY_MAX + 0x4000,
  KEY_PASTE_END,
  KEY_CONTROL_UP,
  KEY_CONTROL_DOWN,
  KEY_CONTROL_RIGHT,
  KEY_CONTROL_LEFT,
};

/// Whether the terminal database knows a terminal on which a cursor can be moved.
static inline bool shim_knows_terminal(const char *name) {
  int reason = 0;
  if (setupterm(name, STDOUT_FILENO, &reason) != OK) return false;
  bool can_move = cursor_address != NULL && clear_screen != NULL;
  del_curterm(cur_term);
  return can_move;
}

/// Makes the database's entry of a terminal the one that is asked, until it is forgotten.
static inline bool shim_look_up(const char *name) {
  int reason = 0;
  return setupterm(name, STDOUT_FILENO, &reason) == OK;
}
static inline void shim_forget(void) { del_curterm(cur_term); }

/// Starts curses on an input and an output, which are curses' own from then on; false when it can't.
/// The modes are others then, but nothing is sent yet.
static inline bool shim_start(const char *name, int input, int output) {
  FILE *from = fdopen(input, "r"), *to = fdopen(output, "w");
  use_env(FALSE);
  use_tioctl(TRUE);
  if (from == NULL || to == NULL || newterm(name, to, from) == NULL) return false;
  // The rest of a key that comes later is put together by whoever reads.
  set_escdelay(10);
  raw();
  noecho();
  nonl();
  meta(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  return true;
}
/// Enters the screen of the terminal on which curses was started.
static inline void shim_enter(void) {
  // The terminal's own keys are gathered here: only after that can any be taken away.
  keypad(stdscr, TRUE);
  // Reports of the mouse come as they are.
  define_key(NULL, KEY_MOUSE);
  // A console has a key of its own that sends what Ctrl-Z does.
  define_key(NULL, KEY_SUSPEND);
  define_key("\033[200~", KEY_PASTE_BEGIN);
  define_key("\033[201~", KEY_PASTE_END);
  define_key("\033[1;5A", KEY_CONTROL_UP);
  define_key("\033[1;5B", KEY_CONTROL_DOWN);
  define_key("\033[1;5C", KEY_CONTROL_RIGHT);
  define_key("\033[1;5D", KEY_CONTROL_LEFT);
}
/// Clears the last row of the screen at once.
static inline void shim_clear_last_row(void) {
  wmove(stdscr, LINES - 1, 0);
  wclrtoeol(stdscr);
  wrefresh(stdscr);
}

static inline int shim_colours(void) { return tigetnum("colors"); }
static inline bool shim_start_colours(void) {
  return start_color() == OK && use_default_colors() == OK;
}

/// Whether colours are given by eight bits each of red, green and blue.
static inline bool shim_is_direct(void) {
  return tigetflag("RGB") == 1 && tigetnum("colors") == 1 << 24;
}
static inline bool shim_can_change_colours(void) {
  return can_change_color() && initialize_color != NULL && orig_colors != NULL;
}
static inline int shim_pair_count(void) { return COLOR_PAIRS; }
static inline void shim_make_pair(int pair, int foreground, int background) {
#if NCURSES_EXT_COLORS
  init_extended_pair(pair, foreground, background);
#else
  init_pair((short)pair, (short)foreground, (short)background);
#endif
}
/// Makes a colour of the terminal another, in thousandths; curses puts it back in endwin.
static inline void shim_make_colour(int number, int red, int green, int blue) {
  init_color((short)number, (short)red, (short)green, (short)blue);
}

static inline attr_t shim_bold(void) { return A_BOLD; }
static inline attr_t shim_dim(void) { return A_DIM; }
static inline attr_t shim_reverse(void) { return A_REVERSE; }
static inline attr_t shim_underline(void) { return A_UNDERLINE; }

/// An empty cell with attributes and colours.
static inline cchar_t shim_blank(attr_t attributes, short pair) {
  cchar_t cell;
  setcchar(&cell, L" ", attributes, pair, NULL);
  return cell;
}
/// Puts cells at a place, as they are.
static inline void shim_put(int row, int column, const cchar_t *cells, int count) {
  mvwadd_wchnstr(stdscr, row, column, cells, count);
}

/// How many cells curses gives a scalar; negative where it would put something else in its place.
static inline int shim_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

static inline void shim_place_cursor(int row, int column) { wmove(stdscr, row, column); }
static inline void shim_flush(void) { wrefresh(stdscr); }
static inline void shim_repaint(void) { clearok(curscr, TRUE); }
/// What gives the whole screen to the scroll region, NULL where a terminal has none. The cursor is
/// anywhere then; the next picture has to be painted anew.
static inline const char *shim_whole_region(void) {
  if (change_scroll_region == NULL) return NULL;
  return tparm(change_scroll_region, 0L, (long)(LINES - 1), 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}
static inline void shim_erase(void) { werase(stdscr); }
static inline int shim_rows(void) { return LINES; }
static inline int shim_columns(void) { return COLS; }
static inline int shim_next_key(void) { return wgetch(stdscr); }

/// A capability of the terminal as a string, NULL when it has none.
static inline const char *shim_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

#endif
