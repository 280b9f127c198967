// @ts-check
// Scales and cards. Colour is the side, the sign what it does, the fill its force.

const FORCES = /** @type {Force[]} */ (["counts", "open", "outweighed", "answered"]);

/** `2 count · 1 open · 2 answered`. @param {Force[]} forces */
function forcesTold(forces) {
  const told = { counts: "count", open: "open", outweighed: "outweighed", answered: "answered" };
  return FORCES.flatMap((force) => {
    const number = howMany(forces, force);
    return number ? [`${number} ${number === 1 && force === "counts" ? "counts" : told[force]}`] : [];
  }).join(" · ");
}

/** The colour of a side. @param {number | undefined} side */
function sideClass(side) {
  return side === 1 ? "pro" : side === -1 ? "con" : "neither";
}

const MOST_BLOCKS = 40;

/** A block for each argument, what counts nearest to the bar; of very many a block for several.
 * @param {App} app @param {number} n */
function scale(app, n) {
  const { ev, debate } = app,
    pros = ev.supports[n],
    cons = debate.plain.rebuttals[n];
  const side = debate.nodes[n].side ?? 1,
    each = Math.ceil((pros.length + cons.length) / MOST_BLOCKS) || 1;
  const blocks = (/** @type {number[]} */ steps, /** @type {number} */ of) => {
    const forces = steps.map((step) => ev.force(step));
    return FORCES.flatMap((force) =>
      Array.from({ length: Math.ceil(howMany(forces, force) / each) }, () =>
        el("i", { class: `${sideClass(of)} ${force}` }),
      ),
    );
  };
  return el(
    "span",
    { class: "scale", "aria-hidden": "true" },
    blocks(pros, side).reverse(),
    el("u", {}),
    blocks(cons, -side),
  );
}

/** What is not as usual about a statement: that it does not count, and why. @param {App} app @param {number} n @returns {Child[]} */
function stateOf(app, n) {
  const { ev, debate } = app,
    node = debate.nodes[n];
  if (node.kind === "claim") return ev.label(n) === TRUE ? [] : [el("b", {}, LABEL_WORDS[ev.label(n)].toLowerCase())];
  const found = ev.argument(n);
  if (found.force === "counts") return [];
  const named = found.by
    .slice(0, 2)
    .map((each) => debate.name(each, 40))
    .join(", ");
  const rest = found.by.length > 2 ? ` and ${found.by.length - 2} more` : "";
  const link = found.force === "open" ? "open because of" : `${found.force} by`;
  if (ev.unheard.has(n)) return [el("b", {}, "not heard"), " by this audience: it ranks other values higher"];
  return named ? [el("b", {}, link), " ", said(named), rest] : [el("b", {}, found.force)];
}

/** `6 below, 2 open · used in 3`. @param {App} app @param {number} n */
function belowTold(app, n) {
  const { all, open } = app.below.of(n),
    used = app.debate.used(n);
  return [all && `${all} below${open ? `, ${open} open` : ""}`, used > 1 && `used in ${used}`]
    .filter(Boolean)
    .join(" · ");
}

/** The classes of a card. @param {App} app @param {number} n */
function cardClass(app, n) {
  const { ev, debate } = app,
    node = debate.nodes[n];
  const force = node.kind === "claim" ? ["open", "counts", "answered"][ev.label(n)] : ev.force(n);
  return `card ${sideClass(node.side)} ${force}`;
}

/** What stands on a card. @param {App} app @param {number} n @param {Way | ""} way @returns {Child[]} */
function cardContent(app, n, way) {
  const { debate, ev } = app,
    node = debate.nodes[n],
    state = stateOf(app, n),
    below = belowTold(app, n);
  return [
    way && el("span", { class: "dot", "aria-hidden": "true" }, WAYS[way].sign),
    el(
      "span",
      { class: "head" },
      el("b", {}, debate.kind(n)),
      way && el("span", { class: "unseen" }, `, ${WAYS[way].does}`),
      el("span", {}, debate.worth(n)),
    ),
    el("span", { class: "text" }, said(debate.text(n))),
    state.length ? el("span", { class: "state" }, state) : null,
    below ? el("span", { class: "below" }, below) : null,
    node.strength !== undefined &&
      ev === debate.plain &&
      el(
        "span",
        { class: "strength", vars: { "--strength": `${node.strength * 100}%` } },
        el("span", { class: "unseen" }, `strength ${node.strength}`),
      ),
  ];
}

/** In order of force, then of strength, then of the file. @param {App} app @param {number[]} ids */
function byForce(app, ids) {
  const rank = (/** @type {number} */ n) =>
    app.debate.nodes[n].kind === "claim" ? [1, 0, 3][app.ev.label(n)] : FORCES.indexOf(app.ev.force(n));
  const strength = (/** @type {number} */ n) => app.debate.nodes[n].strength ?? 0;
  return ids
    .map((n) => ({ n, rank: rank(n), strength: strength(n) }))
    .sort((a, b) => a.rank - b.rank || b.strength - a.strength || a.n - b.n)
    .map((each) => each.n);
}
