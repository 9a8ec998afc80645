/// How the page looks: on a screen by day and by night, narrow or wide, and on paper.
enum PageStyle {
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --quiet: #555555;
      --line: #c8c8c8; --link: #0b4f9e; --head: #f1f1ee; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e9e9e6; --paper: #161616; --quiet: #b4b4b0; --line: #4a4a4a;
        --link: #9cc7ff; --head: #262626; }
    }
    body { margin: 0 auto; max-width: 72rem; padding: 1rem; color: var(--ink);
      background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
    h1, h2, h3 { line-height: 1.25; }
    h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
    a { color: var(--link); }
    a:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    .quiet { color: var(--quiet); }
    .cite { font-size: .85em; white-space: nowrap; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; font-weight: bold; padding: .75rem 0 .25rem; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
      border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
    thead th { background: var(--head); }
    td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
    dt { font-weight: bold; }
    dd { margin: 0 0 .4rem 1.5rem; }
    li { overflow-wrap: anywhere; }
    @media print {
      :root { --ink: #000000; --paper: #ffffff; --quiet: #333333; --link: #000000;
        --head: #ffffff; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      nav, .skip { display: none; }
      h2, h3, caption { break-after: avoid; }
      tr, li, dd { break-inside: avoid; }
      thead { display: table-header-group; }
      .wide { overflow: visible; }
      .address::after { content: " <" attr(href) ">"; overflow-wrap: anywhere; }
    }
    """
}
