// @ts-check
// The keyboard: arrows along the tree, Enter, `/` to search, Escape back.

/** @param {App} app @param {KeyboardEvent} event */
function pressed(app, event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const isTyping = target.matches("input, select, textarea");
  if (event.key === "Escape") return escape(app, isTyping, event);
  if (isTyping) return;
  if (event.key === "/") {
    event.preventDefault();
    app.searchField.focus();
    return;
  }
  if (app.state.view === "present") return follow(slideMoves(app), event);
  if (app.state.view === "map" && "+-".includes(event.key)) return app.zoomBy(event.key === "+" ? 1.25 : 0.8);
  const item = /** @type {HTMLElement | null} */ (target.closest("[role=treeitem]"));
  if (item && target === item) treeKey(app, event, item);
}

/** @param {App} app @param {boolean} isTyping @param {KeyboardEvent} event */
function escape(app, isTyping, event) {
  event.preventDefault();
  const { state } = app;
  if (app.root.classList.contains("sheet")) app.showSheet("");
  else if (state.view !== "columns") app.go({ view: "columns" });
  else if (app.isSearching()) app.go({ query: "", filters: firstState().filters });
  else if (!isTyping && state.path.length) app.choose(state.path.slice(0, -1));
  app.focusPresent();
}

/** @param {App} app @param {KeyboardEvent} event @param {HTMLElement} item */
function treeKey(app, event, item) {
  const beside = /** @type {HTMLElement[]} */ ([
    ...(item.parentElement?.querySelectorAll(":scope > [role=treeitem]") ?? []),
  ]);
  const at = beside.indexOf(item),
    n = Number(item.dataset.n);
  const level = Number(item.getAttribute("aria-level"));
  const focus = (/** @type {HTMLElement | undefined} */ to) => {
    if (!to) return;
    if (to.dataset.n === undefined) to.focus();
    else app.choose([...pathAbove(app, item), Number(to.dataset.n)], true);
  };
  const acts = /** @type {Record<string, () => void>} */ ({
    ArrowDown: () => focus(beside[at + 1]),
    ArrowUp: () => focus(beside[at - 1]),
    Home: () => focus(beside[0]),
    End: () => focus(beside[beside.length - 1]),
    ArrowLeft: () => (level > 1 ? app.choose(app.state.path.slice(0, level - 1)) : app.focusPresent()),
    ArrowRight: () => enter(app, item, n),
    Enter: () => enter(app, item, n),
    " ": () => enter(app, item, n),
  });
  follow(acts, event);
}

/** Do what a key stands for. @param {Record<string, () => void>} acts @param {KeyboardEvent} event */
function follow(acts, event) {
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
}

/** The path above the column in which an item stands. @param {App} app @param {HTMLElement} item */
function pathAbove(app, item) {
  return app.state.path.slice(0, Number(item.getAttribute("aria-level")) - 1);
}

/** To the first answer; or unfold. @param {App} app @param {HTMLElement} item @param {number} n */
function enter(app, item, n) {
  if (item.dataset.more) return item.click();
  const above = pathAbove(app, item),
    groups = app.debate.groups(n);
  if (app.state.path[above.length] !== n || app.state.path.length > above.length + 1) return app.choose([...above, n]);
  if (groups.length) app.choose([...above, n, byForce(app, groups[0].ids)[0]]);
}

/** From a slide to the next, by the key that leads there. @param {App} app @returns {Record<string, () => void>} */
function slideMoves(app) {
  const { path } = app.state,
    n = path[path.length - 1] ?? app.debate.resolutions[0],
    beside = siblings(app),
    at = beside.indexOf(n);
  const next = (/** @type {number} */ by) =>
    beside[at + by] !== undefined && app.choose([...path.slice(0, -1), beside[at + by]], true);
  return {
    ArrowDown: () => next(1),
    ArrowUp: () => next(-1),
    PageDown: () => next(1),
    PageUp: () => next(-1),
    ArrowLeft: () => path.length > 1 && app.choose(path.slice(0, -1)),
    ArrowRight: () => {
      const [best] = bestFirst(app, n);
      if (best !== undefined) app.choose([...(path.length ? path : [n]), best]);
    },
  };
}
