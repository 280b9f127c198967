// @ts-check
// What was found by words and by filters, and the filters themselves.

const FOUND = 40;

/** What was found by words and filters. @param {App} app */
function results(app) {
  const { debate, state, ev } = app;
  const found = app.search.find(state.query, passing(debate, ev, state.filters));
  const page = state.pages.get("found") ?? 1,
    start = (page - 1) * FOUND;
  const items = found.slice(start, start + FOUND).map((n) =>
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
    found.length > start + FOUND && linkTo(`${found.length - start - FOUND} more`, () => app.unfold("found", page + 1)),
  );
}

/** A filter with several choices.
 * @param {App} app @param {string} label @param {"side" | "force" | "position"} name @param {[string, string][]} options */
function choiceOf(app, label, name, options) {
  const change = (/** @type {Event} */ event) =>
    app.filter({ [name]: /** @type {HTMLSelectElement} */ (event.target).value });
  const made = /** @type {[string, string][]} */ ([["", "any"], ...options]).map(([value, words]) =>
    el("option", { value, selected: app.state.filters[name] === value }, words),
  );
  return el("label", {}, `${label} `, el("select", { "data-filter": name, onchange: change }, made));
}

/** A filter that is on or off. @param {App} app @param {string} label @param {"lonely" | "weak" | "often"} name */
function flagOf(app, label, name) {
  const is = app.state.filters[name];
  return choice(label, () => app.filter({ [name]: !is }), { "aria-pressed": String(is), "data-filter": name });
}

/** The filters. @param {App} app */
function filterBar(app) {
  const { data } = app.debate;
  return el(
    "div",
    { class: "filters", role: "group", "aria-label": "Filters" },
    choiceOf(app, "Side", "side", [
      ["1", data.sideWords[0]],
      ["-1", data.sideWords[1]],
    ]),
    choiceOf(
      app,
      "Force",
      "force",
      FORCES.map((force) => [force, force]),
    ),
    choiceOf(
      app,
      "Position",
      "position",
      (data.positions ?? []).map(({ id, name }) => [id, name]),
    ),
    flagOf(app, "unanswered", "lonely"),
    flagOf(app, "evidence below B", "weak"),
    flagOf(app, "used three times and more", "often"),
    linkTo("Take filters back", () => app.go({ filters: firstState().filters, query: "" })),
  );
}
