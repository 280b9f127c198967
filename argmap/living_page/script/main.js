// @ts-check
// The page: what is chosen, what follows from it, and what is shown.

class App {
  /** What follows from the last choice, until it is told. */
  news = "";
  /** @type {HTMLDetailsElement | null} the table of positions as it was last sorted */
  positions = null;
  /** @type {Evaluation | null} by which it was made */
  positionsBy = null;

  /** @param {Data} data @param {HTMLElement} root */
  constructor(data, root) {
    this.debate = new Debate(data);
    this.search = new Search(this.debate);
    this.root = root;
    this.weight = weights(this.debate);
    /** @type {Map<number, Evaluation>} */ this.heard = new Map([[-1, this.debate.plain]]);
    this.state = firstState();
    this.ev = this.base = this.debate.plain;
    this.below = new Below(this.debate, this.ev);
    /** What the suppositions change. */
    this.flipped = flips(this);
    this.documents = documents(data);
    this.supposing = "";
    this.searchField = /** @type {HTMLInputElement} */ (
      el("input", {
        type: "search",
        placeholder: `/  Search ${counted(data.nodes.length, "statement")}, sources, quotes`,
        "aria-label": "Search",
        oninput: () => this.typed(),
        onfocus: () => this.search.prepare(),
      })
    );
    this.whoField = /** @type {HTMLSelectElement} */ (
      el(
        "select",
        { "aria-label": "Who?", onchange: () => this.go({ who: Number(this.whoField.value) }) },
        [-1, ...(data.audiences ?? []).keys()].map((who) =>
          el("option", { value: who }, `Who? ${audienceName(data, who)}`),
        ),
      )
    );
    this.parts = {
      notes: el("section", { class: "notes", "aria-label": "Whose ears, and what is supposed" }),
      tree: el("div", { role: "tree", "aria-label": "Resolutions and answers", class: "tree" }),
      way: el("div", {}),
      main: el("main", {}),
      detail: el("aside", { "aria-label": "Detail", tabindex: -1 }),
      strip: el("footer", { class: "strip" }),
      live: el("p", { class: "unseen", role: "status", "aria-live": "polite" }),
      filters: el("section", { class: "filtering", hidden: true, "aria-label": "Filter" }),
    };
    this.makeFrame();
    this.waiting = 0;
    addEventListener("hashchange", () => this.read());
    addEventListener("pagehide", () => this.waiting && this.remember());
    addEventListener("keydown", (event) => pressed(this, event));
    if (!location.hash && data.start) history.replaceState(null, "", `#${data.start}`);
    this.read();
  }

  makeFrame() {
    const { notes, tree, way, main, detail, strip, live, filters } = this.parts;
    const sheets = Object.entries({ why: "Why?", "what-if": "What if?", who: "Who?", evidence: "Source" });
    const bar = sheets.map(([id, words]) => choice(words, () => this.showSheet(id), { "data-sheet": id }));
    const body = el("div", { class: "body" }, main, detail);
    const below = el("nav", { class: "sheets", "aria-label": "About this" }, bar);
    this.root.replaceChildren(this.header(), filters, notes, way, body, strip, below, live);
    main.append(tree);
  }

  header() {
    const { data } = this.debate;
    const home = () => this.go({ path: [], view: "columns", query: "", filters: firstState().filters, from: -1 });
    const views = /** @type {[State["view"], string][]} */ ([
      ["columns", "Columns"],
      ["map", "Map"],
      ["present", "Present"],
    ]);
    const buttons = views.map(([view, words]) => choice(words, () => this.go({ view }), { "data-view": view }));
    const toggle = () => this.showFilters(this.parts.filters.hidden);
    this.filterButton = choice("Filter", toggle, { "aria-expanded": "false" });
    return el(
      "header",
      { class: "top" },
      el("h1", {}, linkTo(said(data.title), home)),
      this.searchField,
      this.filterButton,
      (data.audiences ?? []).length ? this.whoField : null,
      el("span", { class: "views", role: "group", "aria-label": "View" }, buttons),
    );
  }

  /** Take what the address says, and show it. */
  read() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.state = fromAddress(this.debate, location.hash);
    this.follow();
    this.show();
  }

  /** Choose something: a step of the history, or in place of the last. @param {Partial<State>} patch @param {boolean} [inPlace] */
  go(patch, inPlace = false) {
    if (!inPlace && this.waiting) this.remember();
    const place = patch.path ? firstState().place : this.state.place;
    this.state = { ...this.state, place, ...patch };
    if (inPlace) this.rememberSoon();
    else this.remember("pushState");
    this.follow();
    this.show();
  }

  /** Let the address say what is chosen, in a step of the history or in place of the last.
   * @param {"pushState" | "replaceState"} [how] */
  remember(how = "replaceState") {
    clearTimeout(this.waiting);
    this.waiting = 0;
    const address = toAddress(this.debate, this.state);
    if (address !== location.hash) history[how](null, "", address);
  }

  /** The same once nothing more follows: browsers refuse an address that changes with every key that is held. */
  rememberSoon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.remember(), 200);
  }

  /** What follows from who listens and from what is supposed. */
  follow() {
    const { who, supposed, compared } = this.state,
      key = JSON.stringify([who, [...supposed], compared]),
      before = this.supposing;
    if (key === before) return;
    this.supposing = key;
    this.base = this.heardBy(who);
    this.ev =
      supposed.size || compared.length
        ? new Evaluation(this.debate.nodes, this.debate.data.audiences?.[who], supposed, compared)
        : this.base;
    this.below = new Below(this.debate, this.ev);
    this.flipped = flips(this);
    this.news = before && (JSON.parse(before)[0] === who ? this.flipsTold() : this.verdictsTold());
  }

  /** As an audience hears the debate; -1 is everyone. @param {number} who */
  heardBy(who) {
    const known =
      this.heard.get(who) ?? new Evaluation(this.debate.nodes, this.debate.data.audiences?.[who], new Map(), []);
    this.heard.set(who, known);
    return known;
  }

  isSearching() {
    const { query, filters } = this.state;
    return !!query.trim() || Object.values(filters).some(Boolean);
  }

  show() {
    const { state, root, parts } = this,
      refocus = focusKeeper(this);
    root.style.setProperty("--zoom", String(state.zoom));
    root.className = `page view-${state.view}${state.path.length ? " inside" : ""}${this.isSearching() ? " searching" : ""}`;
    if (this.searchField.value !== state.query) this.searchField.value = state.query;
    this.whoField.value = String(state.who);
    parts.notes.replaceChildren(...[this.audienceTold(), suppositions(this)].filter((each) => each !== null));
    parts.filters.replaceChildren(filterBar(this));
    if (Object.values(state.filters).some(Boolean)) this.showFilters(true);
    parts.way.replaceChildren(...(state.path.length ? [breadcrumb(this)] : []));
    this.showMain();
    parts.detail.replaceChildren(.../** @type {Node[]} */ (detail(this).filter(Boolean)));
    parts.strip.replaceChildren(...strip(this));
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".views [data-view]")))
      each.setAttribute("aria-pressed", String(each.dataset.view === state.view));
    refocus();
    this.scrollToPresent();
    this.tell();
  }

  /** To who does not see it: what follows from a choice, what a slide says, or what is found. */
  tell() {
    const { path, view } = this.state;
    const found = this.root.querySelector("#found")?.textContent ?? "";
    const slide = view === "present" ? this.debate.text(path[path.length - 1] ?? this.debate.resolutions[0]) : "";
    const words = this.news || slide || found;
    this.news = "";
    if (words) this.parts.live.textContent = words;
  }

  showMain() {
    const { state, parts } = this;
    if (state.view === "present") return parts.main.replaceChildren(slide(this));
    if (this.isSearching()) return parts.main.replaceChildren(results(this));
    const roots = el("ul", { role: "group", class: "resolutions", "aria-label": "Resolutions" }, resolutions(this));
    if (state.view === "map") {
      parts.tree.replaceChildren(roots);
      const shown = [parts.tree, mapView(this)];
      return parts.main.replaceChildren(...(state.path.length ? shown : shown.reverse())); // what to do comes first
    }
    parts.tree.replaceChildren(
      roots,
      ...(state.path.length ? [el("div", { role: "none", class: "columns" }, columns(this))] : []),
    );
    if (state.path.length) return parts.main.replaceChildren(parts.tree);
    if (this.positionsBy !== this.ev) this.positions = positionTable(this, !!this.positions?.open);
    this.positionsBy = this.ev;
    const rest = [...this.documents, this.positions].filter(Boolean);
    return parts.main.replaceChildren(...about(this), parts.tree, .../** @type {Node[]} */ (rest));
  }

  /** How an audience ranks the values. */
  audienceTold() {
    const audience = this.debate.data.audiences?.[this.state.who];
    if (!audience) return null;
    return el(
      "p",
      {},
      el("b", {}, audienceName(this.debate.data, this.state.who)),
      ` ranks ${audience.ranking.join(", then ") || "no value above another"}. `,
      linkTo("Everyone", () => this.go({ who: -1 })),
    );
  }

  /** @param {number[]} path @param {boolean} [inPlace] */
  choose(path, inPlace = false) {
    this.go({ path, from: -1 }, inPlace);
  }

  /** To a statement elsewhere, with a way back. @param {number} n @param {number} [from] */
  jump(n, from = this.state.path[this.state.path.length - 1] ?? -1) {
    const { view } = this.state;
    this.go({
      path: this.debate.pathTo(n),
      from,
      query: "",
      filters: firstState().filters,
      view: view === "present" ? "columns" : view,
    });
    if (view !== "map") this.focusPresent();
  }

  /** @param {string} key @param {number} page */
  unfold(key, page) {
    const pages = new Map(this.state.pages);
    if (page > 0) pages.set(key, page);
    else pages.delete(key);
    this.go({ pages });
  }

  /** @param {number} n @param {boolean | undefined} holds */
  suppose(n, holds) {
    const supposed = new Map(this.state.supposed);
    if (holds === undefined) supposed.delete(n);
    else supposed.set(n, holds);
    this.go({ supposed });
  }

  /** Make a comparison, or take it back. @param {number} heavier @param {number} lighter */
  compare(heavier, lighter) {
    const kept = this.state.compared.filter(([one, other]) => one !== heavier || other !== lighter);
    this.go({ compared: kept.length < this.state.compared.length ? kept : [...kept, [heavier, lighter]] });
  }

  flipsTold() {
    const { state, flipped } = this;
    if (!state.supposed.size && !state.compared.length) return "Nothing is supposed any more.";
    const first = flipped.slice(0, 3).map(({ n, is }) => `${this.debate.name(n, 40)} ${is}`);
    return flipped.length
      ? `${flipped.length} ${flipped.length === 1 ? "flips" : "flip"}: ${first.join("; ")}`
      : "Nothing else changes.";
  }

  /** How who listens now finds the resolution that is open, or all of them. */
  verdictsTold() {
    const { path, who } = this.state,
      { debate, ev } = this;
    const found = (path.length ? path.slice(0, 1) : debate.resolutions).map(
      (n) => `${debate.name(n, 40)} ${LABEL_WORDS[ev.label(n)].toLowerCase()}`,
    );
    return `${audienceName(debate.data, who)}: ${found.join("; ")}`;
  }

  /** @param {Partial<Filters>} patch */
  filter(patch) {
    this.go({ filters: { ...this.state.filters, ...patch }, pages: new Map(), view: "columns" });
  }

  typed() {
    this.go({ query: this.searchField.value, pages: new Map(), view: "columns" }, true);
  }

  /** @param {boolean} isShown */
  showFilters(isShown) {
    this.parts.filters.hidden = !isShown;
    this.filterButton?.setAttribute("aria-expanded", String(isShown));
  }

  /** On a phone: one section of the detail above all else, or none. @param {string} id */
  showSheet(id) {
    this.root.classList.toggle("sheet", !!id && !this.root.classList.contains("sheet"));
    if (id) this.root.querySelector(`#${id}`)?.scrollIntoView();
  }

  /** @param {number} n @param {HTMLElement} button */
  copyLink(n, button) {
    const link = `${location.href.replace(/#.*/, "")}#${this.debate.nodes[n].id}`;
    const done = () => button.replaceChildren("Copied");
    const instead = () => {
      const field = /** @type {HTMLInputElement} */ (el("input", { value: link, "aria-label": "Link", readonly: true }));
      button.replaceWith(field);
      field.select();
      field.focus();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(link).then(done, instead);
    else instead();
  }

  /** Draw the map larger or smaller, so that what stands at a place of the floor stays there; that is its middle.
   * @param {number} by @param {{x: number, y: number}} [at] */
  zoomBy(by, at) {
    const floor = this.root.querySelector(".floor"),
      zoom = zoomed(this.state.zoom * by),
      grown = zoom / this.state.zoom;
    if (!floor) return;
    const { x, y } = at ?? { x: floor.clientWidth / 2, y: floor.clientHeight / 2 };
    const { scrollLeft, scrollTop } = floor;
    this.state = { ...this.state, zoom };
    this.root.style.setProperty("--zoom", String(zoom));
    floor.scrollTo((scrollLeft + x) * grown - x, (scrollTop + y) * grown - y);
    this.rememberSoon();
  }

  /** The map was moved. @param {Element} floor */
  moved({ scrollLeft, scrollTop, isConnected }) {
    const place = /** @type {[number, number]} */ ([scrollLeft, scrollTop].map(Math.round));
    if (!isConnected || String(place) === String(this.state.place)) return;
    this.state = { ...this.state, place };
    this.rememberSoon();
  }

  /** The present statement has the focus; or what is first where there is none. */
  focusPresent() {
    const wanted = ["[aria-selected=true]", "[role=treeitem][tabindex='0']", ".results .link", "input[type=search]"];
    focusFirst(wanted.flatMap((each) => this.root.querySelector(each) ?? []));
  }

  scrollToPresent() {
    this.root.querySelector(".floor")?.scrollTo(...this.state.place);
    for (const each of this.root.querySelectorAll(".column .chosen")) each.scrollIntoView({ block: "nearest" });
    const columns = this.root.querySelector(".columns");
    if (columns) columns.scrollLeft = columns.scrollWidth;
    this.parts.tree.querySelector(":focus")?.scrollIntoView({ block: "nearest" });
  }
}

const given = document.getElementById("data"),
  place = document.getElementById("page");
if (given && place) new App(JSON.parse(given.textContent ?? ""), place);
