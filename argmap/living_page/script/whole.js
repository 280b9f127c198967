// @ts-check
// The whole at a glance: a strip of all that is said of a resolution, and the present part drawn as a map.

const ROWS = 4,
  NARROWEST = 2;

/** How much stands below each statement where each stands once. @param {Debate} debate */
function weights(debate) {
  const weight = debate.nodes.map(() => 1),
    depth = debate.nodes.map(() => 0);
  const order = [...debate.nodes.keys()];
  for (const n of order) for (let up = debate.parent[n]; up >= 0; up = debate.parent[up]) depth[n] += 1;
  order.sort((a, b) => depth[b] - depth[a]);
  for (const n of order) if (debate.parent[n] >= 0) weight[debate.parent[n]] += weight[n];
  return weight;
}

/** The strip: a row for each level, each statement as wide as what stands below it. @param {App} app */
function strip(app) {
  const root = app.state.path[0];
  if (root === undefined) return [];
  /** @type {HTMLElement[]} */ const rows = [],
    total = app.weight[root] - 1 || 1;
  let places = [{ n: root, start: 0 }];
  for (let row = 0; row < ROWS && places.length; row++) {
    const found = places.flatMap(({ n, start }) => {
      const below = byForce(app, app.debate.children[n]);
      if (!row) below.sort((a, b) => (app.debate.nodes[b].side ?? 0) - (app.debate.nodes[a].side ?? 0));
      let at = start;
      return below.map((each) => {
        at += app.weight[each];
        return { n: each, start: at - app.weight[each] };
      });
    });
    places = found.filter(({ n }) => (app.weight[n] / total) * 1200 >= NARROWEST);
    const parts = places.map(({ n, start }) => stripPart(app, n, start / total, app.weight[n] / total));
    rows.push(el("div", { class: "row" }, parts));
  }
  const { path } = app.state;
  const level = path.length > 1 ? ` You are at level ${path.length - 1}.` : "";
  return [
    el(
      "p",
      { class: "quiet" },
      el("span", {}, "Everything below ", said(app.debate.name(root, 40)), `, by level.${level}`),
      el("span", { class: "keys" }, "↑ ↓ beside · ← → along the answers · / search · Esc back"),
    ),
    el("div", { class: "rows", "aria-hidden": "true" }, rows),
  ];
}

/** @param {App} app @param {number} n @param {number} start @param {number} width */
function stripPart(app, n, start, width) {
  const here = app.state.path.includes(n) ? " here" : "";
  return el("span", {
    class: `${cardClass(app, n).replace("card", "part")}${here}`,
    title: app.debate.text(n),
    onclick: () => app.jump(n, -1),
    vars: { "--start": `${start * 100}%`, "--width": `${width * 100}%` },
  });
}

const MOST_DRAWN = 240;

/** The present statement with all below it, each answer below what it answers. @param {App} app */
function mapView(app) {
  const { path } = app.state,
    root = path[path.length - 1];
  if (root === undefined)
    return el("p", { class: "quiet" }, "Choose a resolution first: the map draws what stands below it.");
  const left = { number: MOST_DRAWN },
    seen = new Set([root]);
  const top = drawnItem(app, root, seen, left);
  // about as wide as a page across: a column has 400 pixels, a card about 110
  const columns = Math.ceil(Math.sqrt((MOST_DRAWN - left.number) * 0.4));
  const list = el("ul", { class: "drawn", vars: { "--columns": `${columns || 1}` } }, top);
  const floor = el(
    "div",
    {
      class: "floor",
      tabindex: 0,
      role: "region",
      "aria-label": "Map: drag or scroll to move",
      onscroll: (/** @type {Event} */ event) => app.moved(/** @type {Element} */ (event.currentTarget)),
      onwheel: (/** @type {WheelEvent} */ event) => wheel(app, event),
      onpointerdown: drag,
    },
    list,
  );
  return el(
    "section",
    { class: "map" },
    el(
      "p",
      { class: "tools" },
      choice("+", () => app.zoomBy(1.25), { "aria-label": "Larger" }),
      choice("−", () => app.zoomBy(0.8), { "aria-label": "Smaller" }),
      ` ${app.below.of(root).all} below`,
      left.number <= 0 ? `, the first ${MOST_DRAWN} drawn: open a card to go on from there` : "",
      signKey(),
    ),
    floor,
  );
}

/** What the signs on the cards mean. */
function signKey() {
  const drawn = [WAYS.for, WAYS.against, WAYS.step, WAYS.needs];
  const signs = drawn.map(({ sign, does }) => el("span", {}, el("b", {}, sign), ` ${does}`));
  return el("span", { class: "key quiet" }, signs);
}

/** Nearest first, so that what is left out stands deepest. @param {App} app @param {number} root @param {Set<number>} seen @param {{number: number}} left */
function drawnItem(app, root, seen, left) {
  const item = (/** @type {number} */ n, /** @type {Way | ""} */ way) =>
    el(
      "li",
      {},
      linkTo(cardContent(app, n, way), () => hasSelection() || app.jump(n, -1), {
        class: cardClass(app, n),
        "data-n": n,
        href: `#${encodeURIComponent(app.debate.nodes[n].id)}`,
        draggable: "false",
      }),
    );
  const top = item(root, ""),
    queue = [{ n: root, at: top }];
  for (const { n, at } of queue) {
    const list = el("ul", {});
    for (const group of app.debate.groups(n)) {
      if (group.way === "rival") continue;
      for (const below of byForce(app, group.ids)) {
        if (seen.has(below) || left.number <= 0) continue;
        seen.add(below);
        left.number -= 1;
        const made = item(below, group.way);
        list.append(made);
        queue.push({ n: below, at: made });
      }
    }
    if (list.firstChild) at.append(list);
  }
  return top;
}

/** Zoom where the pointer is. @param {App} app @param {WheelEvent} event */
function wheel(app, event) {
  if (!event.ctrlKey) return;
  event.preventDefault();
  const { left, top } = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
  app.zoomBy(event.deltaY < 0 ? 1.1 : 0.9, { x: event.clientX - left, y: event.clientY - top });
}

/** Move the floor with the mouse; a finger moves it anyhow. On a card the mouse selects text.
 * @param {PointerEvent} event */
function drag(event) {
  const floor = /** @type {HTMLElement} */ (event.currentTarget);
  if (event.pointerType !== "mouse" || /** @type {HTMLElement} */ (event.target).closest(".card")) return;
  floor.setPointerCapture(event.pointerId);
  const from = { x: event.clientX + floor.scrollLeft, y: event.clientY + floor.scrollTop };
  const move = (/** @type {PointerEvent} */ to) => floor.scrollTo(from.x - to.clientX, from.y - to.clientY);
  floor.addEventListener("pointermove", move);
  floor.addEventListener("lostpointercapture", () => floor.removeEventListener("pointermove", move), { once: true });
}
