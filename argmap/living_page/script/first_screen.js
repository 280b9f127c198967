// @ts-check
// What a reader sees first: the resolutions, each with its scale and what would settle it; all else is folded.

/** The resolutions: the roots of the tree. @param {App} app */
function resolutions(app) {
  const { debate, state, ev } = app,
    first = state.path[0],
    isWhole = !state.path.length; // there is room for all its words
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
        tabindex: isChosen || (isWhole && !at) ? 0 : -1,
        onclick: () => hasSelection() || app.choose([n]),
      },
      el("b", {}, said(debate.name(n, isWhole ? Infinity : 60).replace(/[“”]/g, ""))),
      isWhole && debate.nodes[n].short && el("span", { class: "full" }, said(debate.text(n))),
      scale(app, n),
      el("span", { class: "verdict" }, ev.verdict(n)),
      isWhole && el("span", { class: "settled" }, settledBy(app, n)),
    );
  });
}

/** What would settle a resolution, as long as everybody is heard and nothing supposed. @param {App} app @param {number} n
 * @returns {Child[]} */
function settledBy(app, n) {
  const asked = app.ev === app.debate.plain && app.debate.nodes[n].settledBy;
  return asked ? [el("b", {}, "What would settle it: "), said(asked)] : [];
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
      forceKey(),
    ),
  ];
}

/** What the blocks of a scale mean. */
function forceKey() {
  const fills = { counts: "counts", open: "open", answered: "outweighed or answered" };
  const blocks = Object.entries(fills).map(([force, words]) =>
    el("span", {}, el("i", { class: `pro ${force}` }), el("i", { class: `con ${force}` }), ` ${words}`),
  );
  return el("span", { class: "key" }, blocks);
}

/** What is folded until somebody asks for it. @param {string} title @param {boolean} open @param {...Child} body */
function foldable(title, open, ...body) {
  return el("details", { open, class: "folded" }, el("summary", {}, el("h2", {}, title)), ...body);
}

/** Briefs and maps that were built beside the page. @param {Data} data */
function documents({ briefs = [], maps = [] }) {
  const list = (/** @type {string} */ words, /** @type {Linked[]} */ every) =>
    every.length > 0 && foldable(`${words}: ${every.length}`, false, el("ul", {}, every.map(documentItem)));
  return [list("Briefs", briefs), list("Maps", maps)];
}

/** @param {Linked} document */
function documentItem({ name, href, formats = [], about: use }) {
  const links = formats.flatMap(([words, place], at) => [at ? ", " : "", el("a", { href: place }, words)]);
  return el(
    "li",
    {},
    el("a", { href }, said(name)),
    ...(links.length ? [" (", ...links, ")"] : []),
    ...(use ? [". ", said(use)] : []),
  );
}
