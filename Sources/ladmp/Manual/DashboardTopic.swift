// What the manual tells of the dashboard on its terminal.
extension HelpTopic {
  static let dashboardBlocks: [ManualBlock] = [
    .heading("Where it begins"),
    .paragraph(
      """
      The dashboard begins where it was left: view, selection, filter, what the panes are narrowed \
      to, order, zoom of map and timeline, and the borders. The day is not among it: an earlier day \
      is never taken for the present one. It is kept in $XDG_STATE_HOME/ladmp/state.json, else in \
      ~/.local/state, written when you leave; of two dashboards the last to leave counts. Nothing \
      rests on that file: one that can't be read is passed over. Another edition has a file of its \
      own in the same folder, under editions.
      """),
    .paragraph(
      """
      What you typed in a form or a note and did not save comes back with it, whether you left it or \
      the program was ended: the key that opened it opens it again, and Ctrl-x forgets it. While you \
      type it is kept, in plain text that only you can read, beside state.json in a file that is \
      called after the session, such as state.typing-4711-k3f9.json; leaving takes that away.
      """),
    .terms([
      (
        "--fresh",
        "begins as if for the first time; when you leave, this takes the place of what was remembered"
      ),
      (
        "--no-remember",
        "reads and writes nothing, so that what was remembered stays; for good with remember in the configuration"
      ),
    ]),
    .paragraph(
      """
      The language and the theme that you choose with a key come back too, where nothing else names \
      one: the command line goes before the environment, that before the configuration, and that \
      before what was chosen last.
      """),
    .heading("Borders"),
    .paragraph(
      """
      Drag a border with the mouse, or move it with { } and ( ), or Ctrl with an arrow; 0 puts all \
      back. The border is the one on the right of the pane that you are in, else on its left. \
      Borders keep their share of the screen when it changes its size, and no pane disappears.
      """),
    .heading("Mouse"),
    .paragraph(
      """
      A click selects, a second one opens, the wheel scrolls what is under it, and a key in the last \
      row does what it says. M leaves the mouse to the terminal, so that you can select text with \
      it, and takes it back; most terminals also select while Shift is held. --no-mouse, or mouse in the configuration, \
      begins without it. In GNU screen it begins without: screen holds a lone Esc back while a \
      program takes the mouse.
      """),
    .heading("Clipboard"),
    .paragraph(
      """
      y hands what is selected to the clipboard of your terminal (OSC 52), over ssh too. Some \
      terminals ask first, or refuse. In tmux it is handed to tmux, which keeps it as its newest \
      buffer and hands it on to the terminal while its option set-clipboard is external, as it is \
      at first, or on. Through GNU screen it goes wrapped, in pieces that screen hands on.
      """),
    .heading("Slow lines"),
    .paragraph(
      """
      Esc begins what arrows and other keys send, so a moment passes before it counts alone: 20 \
      milliseconds, and 310 over ssh, where the rest may come in another packet. ESCDELAY sets it, \
      in milliseconds.
      """),
  ]
}
