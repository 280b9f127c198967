// @ts-check
// What a reader sees first: the resolutions, each with its scale and what decides it; and tables of all else.

/** The resolutions: the roots of the tree. @param {App} app */
function resolutions(app) {
  const { debate, state, ev } = app,
    first = state.path[0];
  return debate.resolutions.map((n, at) => {
    const isChosen = n === first,
      isHere = isChosen && state.path.length === 1;
    return el(
      "li",
      {
        role: "treeitem",
        class: `resolution${isChosen ? " chosen" : ""}`,
        "data-n": n,
        "aria-level": 1,
        "aria-posinset": at + 1,
        "aria-setsize": debate.resolutions.length,
        "aria-selected": String(isHere),
        "aria-expanded": String(isChosen),
        tabindex: isChosen || (!state.path.length && !at) ? 0 : -1,
        onclick: () => hasSelection() || app.choose([n]),
      },
      el("b", {}, said(debate.name(n, 60).replace(/[“”]/g, ""))),
      scale(app, n),
      el("span", { class: "verdict" }, ev.verdict(n)),
      !state.path.length && el("span", { class: "full" }, said(debate.text(n))),
    );
  });
}

/** What the debate is about, and what else there is. @param {App} app */
function about(app) {
  const { data } = app.debate,
    size = `${data.size}, ${counted(data.sources?.length ?? 0, "source")}`;
  return [
    el("p", { class: "question" }, data.question && said(data.question)),
    el(
      "p",
      { class: "quiet" },
      `${size}${data.asOf ? `, as of ${data.asOf}` : ""}. Choose a resolution to see what speaks for and against it. `,
      key(),
    ),
  ];
}

/** What the marks mean. */
function key() {
  const fills = { counts: "counts", open: "open", answered: "outweighed or answered" };
  const blocks = Object.entries(fills).map(([force, words]) =>
    el("span", {}, el("i", { class: `pro ${force}` }), el("i", { class: `con ${force}` }), ` ${words}`),
  );
  const signs = Object.values(WAYS).map(({ sign, does }) => el("span", {}, el("b", {}, sign), ` ${does}`));
  return el("span", { class: "key" }, blocks, signs);
}

/** Briefs and maps that were built beside the page. @param {App} app */
function documents(app) {
  const { briefs, maps } = app.debate.data;
  const list = (/** @type {Linked[]} */ every) =>
    el(
      "ul",
      {},
      every.map((each) =>
        el(
          "li",
          {},
          el("a", { href: each.href }, said(each.name)),
          each.formats?.length
            ? [
                " (",
                each.formats.flatMap(([words, href], at) => [at ? ", " : "", el("a", { href }, words)]),
                ")",
              ].flat()
            : "",
          each.about ? [". ", said(each.about)] : "",
        ),
      ),
    );
  return [
    briefs && el("section", {}, el("h2", {}, "Briefs"), list(briefs)),
    maps && el("section", {}, el("h2", {}, "Maps"), list(maps)),
  ];
}
