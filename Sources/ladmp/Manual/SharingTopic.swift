// What the help tells of sharing.
extension HelpTopic {
  static let sharingBlocks: [ManualBlock] = [
    .paragraph(
      """
      A team keeps one record from many machines, offline and on, without a server of its own: the \
      store's folder becomes a git work tree, and your own git sends it to a remote that you have, \
      a hosted one, one behind ssh, or a bare folder.
      """),
    .terms([
      ("share init", "begins, with --remote URL where others are to find it"),
      ("share join URL", "takes part; what you have already is joined with it"),
      ("share sync", "commits, fetches, merges and sends; Y does it in the dashboard"),
      ("share status", "ahead, behind, in step; what is to be settled"),
      ("share log [ID]", "who changed what, or one fact from what to what, and when"),
      ("share publish DIR", "the whole record for others, with its digest and your signature"),
      ("share verify FILE", "whether that is what was published, and who signed it"),
      ("blame ID", "who last changed each field"),
    ]),
    .heading("What is merged"),
    .paragraph(
      """
      Records are merged, not lines. Different entries and fields never meet. Where two people gave \
      the same field a value apart, both stay with names and times; the later shows, and Enter on \
      one of them in the dashboard settles it for all, as “ladmp set” with its value does. Notes \
      are joined line by line. What was deleted here and changed there is kept, and asked about: \
      “ladmp remove” takes it away for all. Git sees no conflict: “ladmp \
      merge-store” is its merge driver in this repository alone, so that a git merge by hand does \
      the same.
      """),
    .paragraph(
      """
      Entries that are added in a shared record get an id with a few letters of their own, so that \
      two people can add one on the same day. Undo takes back what was done on this machine; the \
      steps stay here and are not shared.
      """),
    .paragraph(
      """
      Over an edition other than the one that comes with the program, the store is in a folder that \
      is named as the edition names itself (shortTitle), so that every desk has the same; one that \
      was begun under an older name keeps it, and is named with --store at the other desks.
      """),
    .heading("What git does"),
    .paragraph(
      """
      It is the git that you use, 2.20 or later, with your credentials, signing and hooks, never \
      with force, and in the store's folder alone. In the dashboard it can't ask for a password: \
      then the screen names the command to run. An exchange that is ended in the middle leaves \
      nothing behind; the next puts it right. What another program wrote into the store is not \
      shared until you commit it by hand. While a merge of your own is open, what you change is kept \
      in memory and saved after it; commands say so and change nothing.
      """),
    .heading("For readers"),
    .paragraph(
      """
      “ladmp --edition record.json” opens what was published. Where record.json.sha256 stands beside \
      it, a record with another digest is refused, and so is one with a wrong signature. “share \
      publish” signs where git signs your commits, or with --sign, as git's gpg.format and \
      user.signingKey say: record.json.sig by ssh-keygen, or record.json.asc by gpg. Whose an ssh key \
      is, git's gpg.ssh.allowedSignersFile says: “ana@example.org ssh-ed25519 AAAA…” in a line each; \
      ssh-keygen -Y verify -n ladmp-edition checks it without this program. Any initiative can be an edition: Resources/examples/blue-ports.json is a made-up one with \
      six pillars, and Resources/schema.json describes the format.
      """),
    .heading("For a thousand writers"),
    .paragraph(
      """
      One branch serves a desk: of ten people who exchange every ten minutes, 3 seconds each, 4 of \
      100 sends come second and are sent again, and none is given up. With a hundred it is 44, and \
      7 of 100 exchanges give up; with a thousand 93 and 81. The plan for that many is on paper: a \
      branch for each desk of ten, and a bot that merges the branches once a minute into the one \
      that all desks fetch. By the same simulation (Tests/Simulation) 5 of 100 sends come second, \
      one exchange of ten thousand gives up, and at a fifth of a second a merge the bot is at work \
      for 13 seconds of each minute. Desks see each other's work a minute later.
      """),
    .example(["ladmp share init", "ladmp share status", "ladmp share log"]),
  ]
}
