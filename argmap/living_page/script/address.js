// @ts-check
// All that the reader has chosen, and how the page's address says it.

/**
 * @typedef {object} State
 * @property {number[]} path  from a resolution to the present statement; empty on the first screen
 * @property {number} who  an audience, -1 for everyone
 * @property {Supposed} supposed
 * @property {[number, number][]} compared
 * @property {string} query
 * @property {Filters} filters
 * @property {"columns" | "map" | "present"} view
 * @property {Map<string, number>} pages  of each group of answers that is unfolded, how far
 * @property {number} from  whence the reader jumped, or -1
 * @property {number} zoom  of the map
 * @property {[number, number]} place  how far the map is scrolled, in pixels
 */

/** @returns {State} */
function firstState() {
  return {
    path: [],
    who: -1,
    supposed: new Map(),
    compared: [],
    query: "",
    view: "columns",
    pages: new Map(),
    from: -1,
    zoom: 1,
    place: [0, 0],
    filters: { side: "", force: "", position: "", lonely: false, weak: false, often: false },
  };
}

/** @param {Debate} debate @param {State} state */
function toAddress(debate, state) {
  const id = (/** @type {number} */ n) => debate.nodes[n].id;
  const settled = (/** @type {boolean} */ holds) =>
    [...state.supposed]
      .filter(([, is]) => is === holds)
      .map(([n]) => id(n))
      .join();
  const { filters } = state;
  const only = [filters.lonely && "lonely", filters.weak && "weak", filters.often && "often"].filter(Boolean).join();
  const parts = {
    at: state.path.map(id).join("/"),
    who: debate.data.audiences?.[state.who]?.id ?? "",
    true: settled(true),
    false: settled(false),
    over: state.compared.map((pair) => pair.map(id).join("~")).join(),
    q: state.query,
    side: filters.side,
    force: filters.force,
    position: filters.position,
    only,
    view: state.view === "columns" ? "" : state.view,
    from: state.from < 0 ? "" : id(state.from),
    zoom: state.zoom === 1 ? "" : String(state.zoom),
    place: state.place.some(Boolean) ? state.place.join("~") : "",
    more: [...state.pages].map(([group, page]) => `${group}.${page}`).join(),
  };
  const kept = Object.entries(parts).filter(([, value]) => value);
  return `#${new URLSearchParams(kept)}`.replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%7E", "~");
}

/** What an address says; what it says of statements that are not there is passed over.
 * @param {Debate} debate @param {string} hash @returns {State} */
function fromAddress(debate, hash) {
  const state = firstState(),
    given = hash.replace(/^#/, "");
  const alone = debate.number.get(safelyDecoded(given));
  if (alone !== undefined) return { ...state, path: debate.pathTo(alone) };
  const parts = new URLSearchParams(given),
    get = (/** @type {string} */ key) => parts.get(key) ?? "";
  const numbers = (/** @type {string} */ text, /** @type {string} */ by) =>
    text.split(by).flatMap((id) => debate.number.get(id) ?? []);
  const path = numbers(get("at"), "/"),
    view = get("view");
  state.path = isWay(debate, path) ? path : path.length ? debate.pathTo(path[path.length - 1]) : [];
  state.who = (debate.data.audiences ?? []).findIndex((each) => each.id === get("who"));
  for (const n of numbers(get("true"), ",")) state.supposed.set(n, true);
  for (const n of numbers(get("false"), ",")) state.supposed.set(n, false);
  for (const pair of get("over")
    .split(",")
    .map((each) => numbers(each, "~"))) {
    if (pair.length === 2 && rivals(debate, pair[0]).includes(pair[1])) state.compared.push([pair[0], pair[1]]);
  }
  state.query = get("q");
  state.filters = filtersOf(get);
  if (view === "map" || view === "present") state.view = view;
  state.pages = pagesOf(get("more"));
  state.from = debate.number.get(get("from")) ?? -1;
  state.zoom = zoomed(Number(get("zoom")) || 1);
  const [x, y] = get("place").split("~").map(Number);
  state.place = [x || 0, y || 0];
  return state;
}

/** @param {(key: string) => string} get @returns {Filters} */
function filtersOf(get) {
  const only = get("only").split(",");
  return {
    side: get("side"),
    force: get("force"),
    position: get("position"),
    lonely: only.includes("lonely"),
    weak: only.includes("weak"),
    often: only.includes("often"),
  };
}

/** @param {string} more */
function pagesOf(more) {
  /** @type {Map<string, number>} */ const pages = new Map();
  for (const each of more.split(",").filter(Boolean)) {
    const cut = each.lastIndexOf("."),
      page = Number(each.slice(cut + 1));
    if (cut > 0 && page > 0 && Number.isInteger(page)) pages.set(each.slice(0, cut), page);
  }
  return pages;
}

/** Whether each stands below the one before it. @param {Debate} debate @param {number[]} path */
function isWay(debate, path) {
  if (!path.length || debate.parent[path[0]] !== -1) return false;
  return path.every((n, at) => !at || debate.groups(path[at - 1]).some((group) => group.ids.includes(n)));
}

/** The steps that a step may outweigh: on the other side of the same weighed target, none of them settled first.
 * @param {Debate} debate @param {number} n */
function rivals(debate, n) {
  const node = debate.nodes[n];
  if (node.kind === "claim" || !debate.plain.isWeighed(n) || node.isFirst) return [];
  const target = /** @type {number} */ (node.target);
  const others = node.kind === "support" ? debate.plain.rebuttals[target] : debate.plain.supports[target];
  return others.filter((each) => !debate.nodes[each].isFirst && !debate.plain.outweighers[each].includes(n));
}

/** @param {string} text */
function safelyDecoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A size in which the map can be drawn: what is legible, in steps that an address can say. @param {number} zoom */
function zoomed(zoom) {
  return Math.round(Math.min(2.5, Math.max(0.3, zoom)) * 100) / 100;
}
