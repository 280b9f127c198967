// @ts-check
// Search over words, ids, sources and quotes; and filters.

/**
 * @typedef {object} Filters
 * @property {string} side  "1", "-1" or nothing
 * @property {string} force
 * @property {string} position
 * @property {boolean} lonely  nobody answers it
 * @property {boolean} weak  evidence, and none of it graded B or better
 * @property {boolean} often  used three times and more
 */

/** @param {string} text */
function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

class Search {
  /** @param {Debate} debate */
  constructor(debate) {
    this.debate = debate;
    /** @type {{id: string, words: string, rest: string}[]} */ this.entries = [];
  }

  /** Make the entries, once. */
  prepare() {
    if (this.entries.length) return;
    const { data, nodes } = this.debate;
    const sources = (data.sources ?? []).map((source) => folded(`${source.called} ${source.title ?? ""}`));
    this.entries = nodes.map((node, n) => ({
      id: folded(node.id),
      words: folded(this.debate.text(n)),
      rest: (node.evidence ?? [])
        .map((piece) => `${sources[piece.source] ?? ""} ${folded(`${piece.quote ?? ""} ${piece.says ?? ""}`)}`)
        .join(" "),
    }));
  }

  /** The statements that have all words, those first whose text begins with them.
   * @param {string} query @param {(n: number) => boolean} passes @returns {number[]} */
  find(query, passes) {
    this.prepare();
    const terms = folded(query).split(/\s+/).filter(Boolean);
    /** @type {[number, number][]} */ const found = [];
    this.entries.forEach((entry, n) => {
      let score = 0;
      for (const term of terms) {
        const worth = worthOf(entry, term);
        if (!worth) return;
        score += worth;
      }
      if (passes(n)) found.push([score, n]);
    });
    return found.sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(([, n]) => n);
  }
}

/** @param {{id: string, words: string, rest: string}} entry @param {string} term */
function worthOf(entry, term) {
  if (entry.id === term) return 8;
  const at = entry.words.indexOf(term);
  if (at === 0 || (at > 0 && entry.words[at - 1] === " ")) return 4;
  if (at > 0) return 3;
  return entry.id.includes(term) ? 2 : entry.rest.includes(term) ? 1 : 0;
}

/** Whether a statement passes the filters. @param {Debate} debate @param {Evaluation} ev @param {Filters} filters */
function passing(debate, ev, filters) {
  return (/** @type {number} */ n) => {
    const node = debate.nodes[n],
      position = debate.data.positions?.[node.position ?? -1]?.id;
    if (filters.side && String(node.side) !== filters.side) return false;
    if (filters.position && position !== filters.position) return false;
    if (filters.weak && !isWeak(debate, n)) return false;
    if (filters.often && debate.used(n) < 3) return false;
    if (!filters.force && !filters.lonely) return true;
    if (node.kind === "claim" || (filters.force && ev.force(n) !== filters.force)) return false;
    return !filters.lonely || (ev.force(n) === "counts" && !ev.answers(n).length);
  };
}

/** Whether it has evidence, and none that is graded B or better. @param {Debate} debate @param {number} n */
function isWeak(debate, n) {
  return !!debate.nodes[n].evidence?.length && (debate.best(n) ?? "F") >= "C";
}
