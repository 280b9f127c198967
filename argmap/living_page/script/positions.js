// @ts-check
// The positions as a table that sorts and filters: the index of a debate that has many.

/** @typedef {{id: string, name: string, kind: string, forces: Force[], lonely: number}} Row */
/** @typedef {[string, (row: Row) => string | number]} Head  what a column is called, and what stands in it */

const MOST_ROWS = 200;

/** @type {Head[]} */
const HEADS = [
  ["Position", (row) => row.name],
  ["Kind", (row) => row.kind],
  ["Arguments", (row) => row.forces.length],
  ...FORCES.map((force) => /** @type {Head} */ ([capital(force), (row) => howMany(row.forces, force)])),
  ["Unanswered", (row) => row.lonely],
];

/** The positions with the forces of their arguments. @param {App} app */
function positionRows(app) {
  const { data, nodes } = app.debate;
  /** @type {Row[]} */ const rows = (data.positions ?? []).map(({ id, name, kind }) => {
    return { id, name, kind: kind ?? "", forces: [], lonely: 0 };
  });
  const isLonely = passing(app.debate, app.ev, { ...firstState().filters, lonely: true });
  nodes.forEach((node, n) => {
    const row = rows[node.position ?? -1];
    if (!row || node.kind === "claim") return;
    row.forces.push(app.ev.force(n));
    row.lonely += Number(isLonely(n));
  });
  return rows;
}

/** @param {App} app @param {Row} row */
function positionRow(app, row) {
  const name = linkTo(said(row.name), () => app.filter({ position: row.id }));
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, name),
    HEADS.slice(1).map(([, cell]) => el("td", {}, cell(row))),
  );
}

/** @param {App} app @param {boolean} open */
function positionTable(app, open) {
  const rows = positionRows(app),
    head = el("tr", {}),
    body = el("tbody", {});
  const sorting = { by: -1, down: false, filter: "" };
  const draw = () => {
    const refocus = focusKeeper(app);
    const wanted = folded(sorting.filter),
      kept = rows.filter((row) => folded(`${row.name} ${row.kind}`).includes(wanted));
    const cell = HEADS[sorting.by]?.[1];
    if (cell) kept.sort((a, b) => ordered(cell(a), cell(b)) * (sorting.down ? -1 : 1));
    body.replaceChildren(...kept.slice(0, MOST_ROWS).map((row) => positionRow(app, row)));
    head.replaceChildren(...HEADS.map(([words], at) => sortHead(words, at, sorting, draw)));
    refocus();
  };
  draw();
  const typed = (/** @type {Event} */ event) => {
    sorting.filter = /** @type {HTMLInputElement} */ (event.target).value;
    draw();
  };
  const words = "Filter positions";
  const field = el("input", { type: "search", "aria-label": words, placeholder: words, oninput: typed });
  const region = { class: "scrolls", tabindex: 0, role: "region", "aria-label": "Positions" };
  const table = el("div", region, el("table", {}, el("thead", {}, head), body));
  const made = foldable(`Positions: ${rows.length}`, open, rows.length > 12 && field, table);
  return rows.length ? /** @type {HTMLDetailsElement} */ (made) : null;
}

/** A head that sorts: numbers from the largest down, names from A. A second click turns it round.
 * @param {string} words @param {number} at @param {{by: number, down: boolean}} sorting @param {() => void} draw */
function sortHead(words, at, sorting, draw) {
  const isChosen = sorting.by === at,
    way = sorting.down ? "descending" : "ascending";
  const act = () => {
    Object.assign(sorting, { by: at, down: isChosen ? !sorting.down : at > 1 });
    draw();
  };
  return el("th", { scope: "col", "aria-sort": isChosen && way }, linkTo(words, act));
}

/** @param {string | number} a @param {string | number} b */
function ordered(a, b) {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}
