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

/** @typedef {{name: string, kind: string, n: number, forces: Force[], lonely: number, id: string}} Row */

/** The positions as a table that sorts and filters. @param {App} app */
function positionTable(app) {
  const { data, nodes } = app.debate;
  /** @type {Row[]} */ const rows = (data.positions ?? []).map(({ id, name, kind }) => ({
    id,
    name,
    kind: kind ?? "",
    n: 0,
    forces: [],
    lonely: 0,
  }));
  const isLonely = passing(app.debate, app.ev, { ...firstState().filters, lonely: true });
  nodes.forEach((node, n) => {
    const row = rows[node.position ?? -1];
    if (!row || node.kind === "claim") return;
    row.n += 1;
    row.forces.push(app.ev.force(n));
    row.lonely += Number(isLonely(n));
  });
  if (!rows.length) return null;
  const body = el("tbody", {});
  const heads = /** @type {[string, (row: Row) => string | number][]} */ ([
    ["Position", (row) => row.name],
    ["Kind", (row) => row.kind],
    ["Arguments", (row) => row.n],
    ...FORCES.map(
      (force) => /** @type {const} */ ([capital(force), (/** @type {Row} */ row) => howMany(row.forces, force)]),
    ),
    ["Unanswered", (row) => row.lonely],
  ]);
  const sorting = { by: -1, down: false, filter: "" };
  const head = el("tr", {});
  const draw = () => {
    const kept = rows.filter((row) => folded(`${row.name} ${row.kind}`).includes(folded(sorting.filter)));
    if (sorting.by >= 0)
      kept.sort((a, b) => ordered(heads[sorting.by][1](a), heads[sorting.by][1](b)) * (sorting.down ? -1 : 1));
    body.replaceChildren(
      ...kept.slice(0, 200).map((row) =>
        el(
          "tr",
          {},
          heads.map(([, cell], at) =>
            at
              ? el("td", {}, cell(row))
              : el(
                  "th",
                  { scope: "row" },
                  linkTo(said(row.name), () => app.filter({ position: row.id })),
                ),
          ),
        ),
      ),
    );
    head.replaceChildren(
      ...heads.map(([words], at) =>
        el(
          "th",
          { scope: "col", "aria-sort": sorting.by === at ? (sorting.down ? "descending" : "ascending") : undefined },
          linkTo(words, () => {
            sorting.down = sorting.by === at ? !sorting.down : at > 1;
            sorting.by = at;
            draw();
          }),
        ),
      ),
    );
  };
  draw();
  const typed = (/** @type {Event} */ event) => {
    sorting.filter = /** @type {HTMLInputElement} */ (event.target).value;
    draw();
  };
  return el(
    "section",
    { class: "positions" },
    el("h2", {}, `Positions`),
    rows.length > 12 &&
      el("input", {
        type: "search",
        "aria-label": "Filter positions",
        placeholder: "Filter positions",
        oninput: typed,
      }),
    el(
      "div",
      { class: "scrolls", tabindex: 0, role: "region", "aria-label": "Positions" },
      el("table", {}, el("thead", {}, head), body),
    ),
  );
}

/** @param {string | number} a @param {string | number} b */
function ordered(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
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

/** What was found by words and filters. @param {App} app */
function results(app) {
  const { debate, state, ev } = app;
  const found = app.search.find(state.query, passing(debate, ev, state.filters));
  const page = state.pages.get("found") ?? 1,
    start = (page - 1) * 60;
  const items = found.slice(start, start + 60).map((n) =>
    el(
      "li",
      { class: cardClass(app, n), "data-n": n },
      linkTo(el("span", { class: "text" }, said(debate.text(n))), () => app.jump(n, -1)),
      el("span", { class: "head" }, el("b", {}, debate.kind(n)), el("span", {}, debate.worth(n))),
      el("span", { class: "state" }, stateOf(app, n)),
    ),
  );
  return el(
    "section",
    { class: "results", "aria-label": "Found" },
    el(
      "h2",
      { id: "found" },
      found.length
        ? `${counted(found.length, "statement")} found`
        : "Nothing found. Try fewer words, or take filters back.",
    ),
    el("ul", {}, items),
    start > 0 && linkTo(`${start} before`, () => app.unfold("found", page - 1)),
    " ",
    found.length > start + 60 && linkTo(`${found.length - start - 60} more`, () => app.unfold("found", page + 1)),
  );
}

/** The filters. @param {App} app */
function filterBar(app) {
  const { filters } = app.state,
    { data } = app.debate;
  const choice = (
    /** @type {string} */ label,
    /** @type {"side" | "force" | "position"} */ name,
    /** @type {[string, string][]} */ options,
  ) =>
    el(
      "label",
      {},
      `${label} `,
      el(
        "select",
        {
          "data-filter": name,
          onchange: (/** @type {Event} */ event) =>
            app.filter({ [name]: /** @type {HTMLSelectElement} */ (event.target).value }),
        },
        [["", "any"], ...options].map(([value, words]) =>
          el("option", { value, selected: filters[name] === value }, words),
        ),
      ),
    );
  const flag = (/** @type {string} */ label, /** @type {"lonely" | "weak" | "often"} */ name) =>
    el(
      "button",
      {
        type: "button",
        class: "choice",
        "aria-pressed": String(filters[name]),
        "data-filter": name,
        onclick: () => app.filter({ [name]: !filters[name] }),
      },
      label,
    );
  return el(
    "div",
    { class: "filters", role: "group", "aria-label": "Filters" },
    choice("Side", "side", [
      ["1", data.sideWords[0]],
      ["-1", data.sideWords[1]],
    ]),
    choice(
      "Force",
      "force",
      FORCES.map((force) => [force, force]),
    ),
    choice(
      "Position",
      "position",
      (data.positions ?? []).map(({ id, name }) => [id, name]),
    ),
    flag("unanswered", "lonely"),
    flag("evidence below B", "weak"),
    flag("used three times and more", "often"),
    linkTo("Take filters back", () => app.go({ filters: firstState().filters, query: "" })),
  );
}
