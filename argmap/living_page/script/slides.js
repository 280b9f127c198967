// @ts-check
// Presentation: one argument and its best answer, large enough for a class.

/** @param {App} app */
function slide(app) {
  const { path } = app.state,
    { debate } = app,
    n = path[path.length - 1] ?? debate.resolutions[0];
  const [best, ...more] = bestFirst(app, n),
    root = path[0] ?? n;
  const next = more.length ? `Best of ${more.length + 1}` : best === undefined ? "End of this line" : "Its answer";
  return el(
    "section",
    { class: "slide", "aria-label": "Slide" },
    el("header", {}, el("b", {}, said(debate.name(root, 60))), debate.nodes[root].isResolution && scale(app, root)),
    debate.nodes[n].isResolution ? el("p", { class: "big" }, app.ev.verdict(n)) : null,
    el("div", { class: `${cardClass(app, n)} large` }, cardContent(app, n, wayOf(app, n))),
    best !== undefined &&
      el(
        "div",
        { class: `${cardClass(app, best)} large answer` },
        cardContent(app, best, wayIn(app, n, best)),
        quoteOf(app, best),
      ),
    el(
      "footer",
      { class: "quiet" },
      el("span", {}, slidePlace(app)),
      slideButtons(app, `→ ${next}`, best === undefined),
    ),
  );
}

/** For who has no keyboard, or looks for the keys. @param {App} app @param {string} next @param {boolean} isEnd */
function slideButtons(app, next, isEnd) {
  const moves = slideMoves(app);
  const button = (/** @type {string} */ key, /** @type {string} */ words, /** @type {boolean} */ isIdle) =>
    choice(words, moves[key], { "data-move": key, "aria-disabled": isIdle && "true" });
  return el(
    "span",
    { class: "choices", role: "group", "aria-label": "Slides" },
    button("ArrowLeft", "← Back", app.state.path.length < 2),
    button("ArrowUp", "↑ Previous", false),
    button("ArrowDown", "↓ Next", false),
    button("ArrowRight", next, isEnd),
  );
}

/** Answers by force; of a resolution its arguments. @param {App} app @param {number} n */
function bestFirst(app, n) {
  const groups = app.debate.groups(n),
    answers = groups.filter(({ way }) => way === "against" || way === "step");
  const chosen =
    answers.length && !app.debate.nodes[n].isResolution ? answers : groups.filter(({ way }) => way !== "rival");
  return byForce(
    app,
    chosen.flatMap((group) => group.ids),
  );
}

/** @param {App} app @param {number} above @param {number} n @returns {Way | ""} */
function wayIn(app, above, n) {
  return app.debate.groups(above).find((group) => group.ids.includes(n))?.way ?? "";
}

/** @param {App} app @param {number} n */
function wayOf(app, n) {
  const { path } = app.state;
  return path.length > 1 ? wayIn(app, path[path.length - 2], n) : "";
}

/** @param {App} app @param {number} n */
function quoteOf(app, n) {
  const piece = app.debate.nodes[n].evidence?.find((each) => each.quote),
    source = app.debate.data.sources?.[piece?.source ?? -1];
  return (
    piece &&
    el(
      "span",
      { class: "quote" },
      el("b", {}, app.debate.grade(piece) ?? ""),
      " ",
      el("q", {}, said(piece.quote ?? "")),
      " ",
      source && said(source.called),
    )
  );
}

/** @param {App} app */
function slidePlace(app) {
  const { path } = app.state,
    { debate } = app,
    n = path[path.length - 1];
  if (path.length < 2) return "";
  const beside = siblings(app),
    position = debate.data.positions?.[debate.nodes[n].position ?? -1];
  return `${position ? `${position.name} · ` : ""}${beside.indexOf(n) + 1} of ${beside.length}`;
}

/** Those beside the present statement, in the order of its column. @param {App} app */
function siblings(app) {
  const { path } = app.state,
    n = path[path.length - 1];
  if (path.length < 2) return app.debate.resolutions;
  return app.debate
    .groups(path[path.length - 2])
    .flatMap((group) => byForce(app, group.ids))
    .filter((each, at, all) => all.indexOf(each) === at || each !== n);
}
