// @ts-check
// Columns of answers: what answers a statement stands in the column beside it.

const FEW = 4,
  PAGE = 18;

/** The items of a group that are shown, those before and those after them. @param {App} app @param {string} key @param {number[]} ids @param {number} chosen */
function unfolded(app, key, ids, chosen) {
  const page = app.state.pages.get(key) ?? 0,
    ordered = byForce(app, ids);
  const few = ids.length <= FEW + 1 ? ids.length : FEW;
  const [start, end] = page ? [(page - 1) * PAGE, page * PAGE] : [0, few];
  const shown = ordered.slice(start, end);
  if (chosen >= 0 && ordered.includes(chosen) && !shown.includes(chosen)) shown.push(chosen);
  const rest = ordered.slice(end).filter((n) => !shown.includes(n));
  return { shown, before: start, rest };
}

/** A line that unfolds more of a group. @param {App} app @param {string} key @param {number} page @param {string} words @param {number} level */
function moreItem(app, key, page, words, level) {
  const act = () => app.unfold(key, page);
  return el(
    "li",
    { role: "treeitem", class: "more", "aria-level": level, tabindex: -1, "data-more": `${key}.${page}`, onclick: act },
    words,
  );
}

/** @param {App} app @param {Group} group @param {number} above @param {number} chosen @param {number} level @param {boolean} isFirst */
function groupItems(app, group, above, chosen, level, isFirst) {
  const key = `${app.debate.nodes[above].id}.${group.way}`,
    page = app.state.pages.get(key) ?? 0;
  const { shown, before, rest } = unfolded(app, key, group.ids, chosen);
  const forces = (/** @type {number[]} */ ids) =>
    ids.filter((n) => app.debate.nodes[n].kind !== "claim").map((n) => app.ev.force(n));
  const items = [
    el(
      "li",
      { role: "none", "aria-hidden": "true", class: "group" },
      el("b", {}, WAYS[group.way].title),
      el("span", {}, forcesTold(forces(group.ids))),
    ),
  ];
  if (before) items.push(moreItem(app, key, page - 1, `${before} before`, level));
  shown.forEach((n, at) =>
    items.push(columnCard(app, n, group, { at: before + at, above, level, chosen, isFirst: isFirst && !at })),
  );
  if (rest.length) {
    const told = forcesTold(forces(rest));
    items.push(moreItem(app, key, page + 1, `${rest.length} more${told ? `: ${told}` : ""}`, level));
  } else if (page) items.push(moreItem(app, key, 0, "fold", level));
  return items;
}

/** @param {App} app @param {number} n @param {Group} group @param {{at: number, above: number, level: number, chosen: number, isFirst: boolean}} place */
function columnCard(app, n, group, { at, above, level, chosen, isFirst }) {
  const path = app.state.path,
    isChosen = n === chosen,
    isHere = isChosen && path[path.length - 1] === n;
  const go = () => app.choose([...path.slice(0, path.lastIndexOf(above) + 1), n]);
  return el(
    "li",
    {
      role: "treeitem",
      class: `${cardClass(app, n)}${isChosen ? " chosen" : ""}`,
      "data-n": n,
      "aria-level": level,
      "aria-posinset": at + 1,
      "aria-setsize": group.ids.length,
      "aria-selected": isHere ? "true" : "false",
      "aria-expanded": app.debate.groups(n).length ? String(isChosen) : undefined,
      tabindex: isChosen || (chosen < 0 && isFirst) ? 0 : -1,
      "aria-owns": isChosen && app.debate.groups(n).length ? `column-${level}` : undefined,
      onclick: () => hasSelection() || go(),
    },
    cardContent(app, n, group.way),
  );
}

/** Whether the reader is selecting text. */
function hasSelection() {
  return !!getSelection()?.toString();
}

/** What stands below the statement at one place of the path. @param {App} app @param {number} at */
function column(app, at) {
  const { state, debate } = app,
    n = state.path[at],
    chosen = state.path[at + 1] ?? -1,
    level = at + 2;
  const groups = debate.groups(n),
    isLast = at === state.path.length - 1;
  const title = at ? (isLast ? "What answers it" : `What answers ${debate.name(n, 26)}`) : "For and against";
  return el(
    "section",
    { role: "none", class: `column${isLast ? " last" : ""}` },
    el("h2", { "aria-hidden": "true" }, at ? title : `${title}: ${debate.name(n, 40)}`),
    groups.length
      ? el(
          "ul",
          { role: "group", id: `column-${at + 1}`, "aria-label": title },
          groups.flatMap((group, nth) => groupItems(app, group, n, chosen, level, !nth)),
        )
      : el("p", { class: "quiet", "aria-hidden": "true" }, "End of this line: nothing answers it."),
  );
}

/** The columns that there is room for: the last three. @param {App} app */
function columns(app) {
  const { path } = app.state,
    first = Math.max(0, path.length - 3);
  return path.slice(first).map((_, at) => column(app, first + at));
}

/** Where the reader is. @param {App} app */
function breadcrumb(app) {
  const { state, debate } = app;
  const steps = state.path.map((n, at) => {
    const isLast = at === state.path.length - 1,
      words = debate.name(n, 30);
    return el(
      "li",
      {},
      isLast
        ? el("b", { "aria-current": "true" }, said(words))
        : linkTo(said(words), () => app.choose(state.path.slice(0, at + 1))),
    );
  });
  const home = el(
    "li",
    {},
    linkTo("All resolutions", () => app.go({ path: [], from: -1, view: "columns" })),
  );
  const back =
    state.from >= 0 && linkTo(["← back to ", said(debate.name(state.from, 30))], () => app.jump(state.from, -1));
  return el("nav", { class: "way", "aria-label": "You are here" }, el("ol", {}, home, steps), back);
}
