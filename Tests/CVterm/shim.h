// A cell of the emulated screen without the bit fields that Swift can't import.
#ifndef LADMP_VTERM_SHIM_H
#define LADMP_VTERM_SHIM_H

#include <stdbool.h>
#include <stdint.h>
#include <vterm.h>

struct shim_cell {
  uint32_t characters[VTERM_MAX_CHARS_PER_CELL];
  // Number of a colour; -1 for the terminal's own; 1 << 24 and its parts for one without a number.
  int foreground, background;
  bool is_bold, is_underlined, is_reversed;
};

static inline int shim_colour(VTermColor colour) {
  if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour)) return -1;
  return VTERM_COLOR_IS_INDEXED(&colour) ? colour.indexed.idx
      : 1 << 24 | colour.rgb.red << 16 | colour.rgb.green << 8 | colour.rgb.blue;
}

static inline struct shim_cell shim_cell_at(VTermScreen *screen, int row, int column) {
  VTermScreenCell cell;
  VTermPos place = {.row = row, .col = column};
  vterm_screen_get_cell(screen, place, &cell);
  struct shim_cell result = {
      .foreground = shim_colour(cell.fg),
      .background = shim_colour(cell.bg),
      .is_bold = cell.attrs.bold,
      .is_underlined = cell.attrs.underline != 0,
      .is_reversed = cell.attrs.reverse,
  };
  for (int place = 0; place < VTERM_MAX_CHARS_PER_CELL; place++)
    result.characters[place] = cell.chars[place];
  return result;
}

#endif
