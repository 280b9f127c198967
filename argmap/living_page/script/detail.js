// @ts-check
// All about the present statement: why, what if, who, evidence, and where it is written.

const RELIABILITY = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "of unknown reliability",
};
const CREDIBILITY = {
  1: "confirmed",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "of unknown truth",
};

/** What an Admiralty grade means. @param {string} grade */
function gradeTold(grade) {
  const reliability = RELIABILITY[/** @type {keyof typeof RELIABILITY} */ (grade[0])];
  const credibility = CREDIBILITY[/** @type {keyof typeof CREDIBILITY} */ (Number(grade[1]))];
  return `${reliability}, ${credibility}`;
}

/** @param {App} app */
function detail(app) {
  const { path } = app.state,
    n = path[path.length - 1];
  if (n === undefined) return [];
  const { debate, ev } = app,
    node = debate.nodes[n];
  const standing = node.kind === "claim" ? LABEL_WORDS[ev.label(n)].toLowerCase() : ev.force(n);
  return [
    el("p", { class: "quiet" }, debate.kind(n), " · ", el("b", {}, standing)),
    el("h2", { id: "present", tabindex: -1 }, said(debate.text(n))),
    whySection(app, n),
    whatIfSection(app, n),
    whoSection(app),
    evidenceSection(app, n),
    relations(app, n),
    places(app, n),
  ];
}

/** @param {App} app @param {number} n */
function whySection(app, n) {
  return el(
    "section",
    { id: "why", class: "box" },
    el("h3", {}, "Why?"),
    whyLines(app, n).map((line) => el("p", {}, line)),
  );
}

/** @param {App} app @param {number} n */
function whatIfSection(app, n) {
  const supposed = app.state.supposed.get(n);
  const choices = /** @type {[string, boolean | undefined][]} */ ([
    ["as it is", undefined],
    ["stands", true],
    ["is defeated", false],
  ]);
  const buttons = choices.map(([words, value]) =>
    choice(words, () => app.suppose(n, value), {
      "aria-pressed": String(supposed === value),
      "data-suppose": String(value),
    }),
  );
  return el(
    "section",
    { id: "what-if", class: "box" },
    el("h3", {}, "What if?"),
    el(
      "div",
      { class: "choices", role: "group", "aria-label": "Suppose that this" },
      el("span", {}, "Suppose that this "),
      buttons,
    ),
    comparing(app, n),
    flipsTold(app),
  );
}

/** A choice of what this might outweigh. @param {App} app @param {number} n */
function comparing(app, n) {
  const others = byForce(
    app,
    rivals(app.debate, n).filter((each) => app.ev.live[each] !== FALSE),
  ).slice(0, 60);
  if (!others.length || app.ev.unheard.has(n)) return null;
  const options = others.map((each) => el("option", { value: each }, app.debate.name(each, 70)));
  const chosen = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    if (value) app.compare(n, Number(value));
  };
  return el(
    "label",
    { class: "compare" },
    "Suppose that it outweighs ",
    el("select", { onchange: chosen }, el("option", { value: "" }, "choose…"), options),
  );
}

/** @param {App} app */
function flipsTold(app) {
  const { state } = app;
  if (!state.supposed.size && !state.compared.length) return null;
  const found = app.flipped,
    shown = found.slice(0, 8);
  return el(
    "div",
    { class: "flips" },
    el(
      "p",
      {},
      found.length ? el("b", {}, `${found.length} ${found.length === 1 ? "flips" : "flip"}:`) : "Nothing else changes.",
    ),
    shown.length
      ? el(
          "ul",
          {},
          shown.map(({ n, was, is }) => el("li", {}, named(app, n, 48), ` ${was} → `, el("b", {}, is))),
        )
      : null,
    found.length > shown.length && el("p", {}, `and ${found.length - shown.length} more`),
  );
}

/** What is supposed, to be taken back. @param {App} app */
function suppositions(app) {
  const { state, debate } = app;
  const settled = [...state.supposed].map(([n, holds]) =>
    linkTo([said(debate.name(n, 36)), holds ? " stands ×" : " is defeated ×"], () => app.suppose(n, undefined)),
  );
  const compared = state.compared.map(([one, other]) =>
    linkTo([said(debate.name(one, 30)), " outweighs ", said(debate.name(other, 30)), " ×"], () =>
      app.compare(one, other),
    ),
  );
  const every = [...settled, ...compared];
  return every.length
    ? el(
        "p",
        { class: "supposed" },
        el("b", {}, "Supposing: "),
        every,
        linkTo("Take all back", () => app.go({ supposed: new Map(), compared: [] })),
      )
    : null;
}

/** How every audience finds the resolution that is open: each is worked out by itself, so that nobody waits.
 * @param {App} app */
function whoSection(app) {
  const { data } = app.debate,
    root = app.state.path[0];
  if (!data.audiences?.length || !app.debate.nodes[root].isResolution) return null;
  const body = el("tbody", {}),
    every = [-1, ...data.audiences.keys()];
  const fill = () => fillRows(body, every, app, root);
  const isSmall = app.debate.nodes.length < 2000;
  if (isSmall) fill();
  const told = el("summary", {}, "How audiences find ", said(app.debate.name(root, 30)));
  const details = el(
    "details",
    { open: isSmall, ontoggle: () => body.firstChild || fill() },
    told,
    el("table", {}, body),
  );
  return el("section", { id: "who", class: "box" }, el("h3", {}, "Who?"), details);
}

/** @param {HTMLElement} body @param {number[]} audiences those that are left @param {App} app @param {number} root */
function fillRows(body, [who, ...rest], app, root) {
  const name = linkTo(audienceName(app.debate.data, who), () => app.go({ who }));
  const words = LABEL_WORDS[app.heardBy(who).label(root)].toLowerCase(),
    chosen = who === app.state.who && "chosen";
  body.append(el("tr", { class: chosen }, el("th", { scope: "row" }, name), el("td", {}, words)));
  if (!rest.length) return;
  if (app.heard.has(rest[0])) fillRows(body, rest, app, root);
  else setTimeout(() => fillRows(body, rest, app, root));
}

/** `Frontline government`. @param {Data} data @param {number} who */
function audienceName(data, who) {
  return data.audiences?.[who]?.name ?? "Everyone";
}

/** @param {App} app @param {number} n */
function evidenceSection(app, n) {
  const { evidence } = app.debate.nodes[n],
    best = app.debate.best(n);
  if (!evidence?.length) return el("section", { id: "evidence" }, el("h3", {}, "No evidence"));
  const heading = `Evidence: ${counted(evidence.length, "piece")}${best ? `, best ${best}` : ""}`;
  return el(
    "section",
    { id: "evidence" },
    el("h3", {}, heading),
    el(
      "ul",
      { class: "evidence" },
      evidence.map((piece) => pieceOf(app, piece)),
    ),
  );
}

/** @param {App} app @param {Piece} piece */
function pieceOf(app, piece) {
  const source = app.debate.data.sources?.[piece.source],
    why = piece.why ?? source?.why;
  const grade = app.debate.grade(piece);
  const called = source ? said(source.called) : "no source";
  return el(
    "li",
    {},
    el("b", { class: "grade" }, grade ?? "–"),
    el(
      "div",
      {},
      piece.quote && el("q", {}, said(piece.quote)),
      piece.says && el("p", {}, said(piece.says)),
      el(
        "p",
        { class: "quiet" },
        source?.url ? el("a", { href: source.url, rel: "noreferrer", target: "_blank" }, called, " ↗") : called,
        source?.title && [" · ", said(source.title)],
        piece.at && [", ", said(piece.at)],
        piece.saidBy && [" · said by ", said(piece.saidBy)],
      ),
      grade && el("p", { class: "quiet" }, `${grade}: ${gradeTold(grade)}`, why && [". ", said(why)]),
    ),
  );
}

/** Where else it is used, and what it contradicts. @param {App} app @param {number} n */
function relations(app, n) {
  const { debate } = app,
    node = debate.nodes[n];
  const target = node.target === undefined ? [] : [node.target];
  const rows = /** @type {[string, number[]][]} */ ([
    ["Answers to", target],
    ["Needed by", debate.uses[n]],
    ["Contradicts", node.contradicts ?? []],
  ]);
  const shown = rows.filter(([, ids]) => ids.length);
  return shown.length
    ? el(
        "section",
        { id: "relations" },
        shown.map(([words, ids]) => el("p", {}, `${words} `, namedAll(app, ids), ".")),
      )
    : null;
}

/** Where it is written, and what can be copied. @param {App} app @param {number} n */
function places(app, n) {
  const { data } = app.debate,
    node = app.debate.nodes[n],
    position = data.positions?.[node.position ?? -1];
  const [file, line] = node.line ? [data.files?.[node.line[0]] ?? "", node.line[1]] : ["", 0];
  const written = `${file}, line ${line}`,
    base = data.base?.replace(/\/$/, "");
  const copy = (/** @type {Event} */ event) => app.copyLink(n, /** @type {HTMLElement} */ (event.currentTarget));
  return el(
    "p",
    { class: "places" },
    el("span", {}, "id ", el("code", {}, node.id)),
    position && el("span", {}, "in ", said(position.name)),
    file && (base ? el("a", { href: `${base}/${file}#L${line}` }, written) : el("span", {}, written)),
    linkTo("Copy link", () => {}, { onclick: copy }),
    data.memo && el("a", { href: `${data.memo}#${node.id}` }, "In the brief"),
  );
}
