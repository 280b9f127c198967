// @ts-check
// The debate as a reader walks through it: what stands below what, and the way from a resolution to a statement.

/** @typedef {"for" | "against" | "step" | "needs" | "rival"} Way  what one statement is to the one above it */
/** @typedef {{way: Way, ids: number[]}} Group */

/** @type {Record<Way, {sign: string, title: string, does: string}>} */
const WAYS = {
  for: { sign: "+", title: "For it", does: "supports it" },
  against: { sign: "−", title: "Against it", does: "contests it" },
  step: { sign: "/", title: "Against its step", does: "answers its step" },
  needs: { sign: "&", title: "It needs", does: "is needed" },
  rival: { sign: "≠", title: "Contradicts it", does: "contradicts it" },
};

class Debate {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.nodes = data.nodes;
    /** @type {Map<string, number>} */ this.number = new Map(data.nodes.map((node, n) => [node.id, n]));
    this.resolutions = data.nodes.flatMap((node, n) => (node.isResolution ? [n] : []));
    /** What everybody hears, nothing supposed. */
    this.plain = new Evaluation(data.nodes, undefined, new Map(), []);
    /** @type {number[][]} the steps that need each statement or step */
    this.uses = data.nodes.map(() => []);
    data.nodes.forEach((node, n) => {
      for (const each of [...(node.premises ?? []), ...(node.stepPremises ?? [])]) this.uses[each].push(n);
    });
    this.parent = this.parents();
    /** @type {number[][]} what stands below each where each stands once */
    this.children = data.nodes.map(() => []);
    this.parent.forEach((up, n) => up >= 0 && this.children[up].push(n));
    let next = this.resolutions.length;
    (data.positions ?? []).forEach(({ size }, position) => {
      for (const end = next + size; next < end; next++) data.nodes[next].position = position;
    });
  }

  /** Of each statement the one below which it stands, -1 at the top: its target, or of a claim what needs it. */
  parents() {
    const parent = this.nodes.map(() => -2);
    for (const root of [...this.resolutions, ...this.nodes.keys()]) {
      if (parent[root] !== -2) continue;
      parent[root] = -1;
      const queue = [root];
      for (let at = 0; at < queue.length; at++) {
        for (const below of this.below(queue[at])) {
          const target = this.nodes[below].target;
          if (parent[below] !== -2 || (target !== undefined && target !== queue[at])) continue;
          parent[below] = queue[at];
          queue.push(below);
        }
      }
    }
    return parent;
  }

  /** What stands below a statement, by what it is to that. @param {number} n @returns {Group[]} */
  groups(n) {
    const node = this.nodes[n],
      { supports, rebuttals, undercutters } = this.plain;
    /** @type {Group[]} */ const answers = [
      { way: "against", ids: rebuttals[n] },
      { way: "step", ids: undercutters[n] },
    ];
    /** @type {Group} */ const reasons = { way: "for", ids: supports[n] };
    const needed = [...new Set([...(node.premises ?? []), ...(node.stepPremises ?? [])])];
    const ordered = node.isResolution ? [reasons, ...answers] : [...answers, reasons];
    const every = [...ordered, { way: "needs", ids: needed }, { way: "rival", ids: node.contradicts ?? [] }];
    return /** @type {Group[]} */ (every.filter((group) => group.ids.length));
  }

  /** @param {number} n */
  below(n) {
    return this.groups(n).flatMap((group) => (group.way === "rival" ? [] : group.ids));
  }

  /** The way to a statement, from the top. @param {number} n */
  pathTo(n) {
    const path = [n];
    for (let up = this.parent[n]; up >= 0; up = this.parent[up]) path.unshift(up);
    return path;
  }

  /** What it says; of a step without words, that all it needs counts together. @param {number} n */
  text(n) {
    const node = this.nodes[n];
    if (node.text !== undefined) return node.text;
    const needed = [...(node.premises ?? []), ...(node.stepPremises ?? [])];
    if (needed.length === 1) return this.nodes[needed[0]].text ?? this.nodes[needed[0]].id;
    return needed.length === 2 ? "Both of these together." : `All ${needed.length} of these together.`;
  }

  /** The words by which it is named elsewhere. @param {number} n @param {number} [most] */
  name(n, most = 52) {
    if (this.nodes[n].short) return /** @type {string} */ (this.nodes[n].short);
    const words = this.text(n);
    if (words.length <= most) return `“${words.replace(/\.$/, "")}”`;
    return `“${words.slice(0, most).replace(/\s+\S*$/, "")}…”`;
  }

  /** The best grade among its evidence, as far as that is no more than testimony. @param {number} n */
  best(n) {
    const grades = (this.nodes[n].evidence ?? []).flatMap((piece) => (piece.saidBy ? [] : (this.grade(piece) ?? [])));
    return grades.sort()[0];
  }

  /** @param {Piece} piece */
  grade(piece) {
    return piece.grade ?? this.data.sources?.[piece.source]?.grade;
  }

  /** `B1 · 3`, best grade and number; or that there is none. @param {number} n */
  worth(n) {
    const { evidence, text, isResolution, isUndeveloped } = this.nodes[n];
    if (!evidence?.length)
      return isResolution || text === undefined ? "" : isUndeveloped ? "undeveloped" : "no evidence";
    const best = evidence.every((piece) => piece.saidBy) ? "testimony" : (this.best(n) ?? "ungraded");
    return `${best} · ${evidence.length}`;
  }

  /** `Con · impact`. @param {number} n */
  kind(n) {
    const { side, role, kind, isResolution } = this.nodes[n];
    if (isResolution) return "Resolution";
    const what = role || kind;
    return side ? `${this.data.sideWords[side === 1 ? 0 : 1]} · ${what}` : capital(what);
  }

  /** How often a statement is used: by its own step and by all that need it. @param {number} n */
  used(n) {
    return this.uses[n].length + (this.nodes[n].kind === "claim" ? 0 : 1);
  }
}

/** How much stands below statements, and how much of it is open, in one evaluation. */
class Below {
  /** @param {Debate} debate @param {Evaluation} ev */
  constructor(debate, ev) {
    this.debate = debate;
    this.ev = ev;
    /** @type {Map<number, {all: number, open: number}>} */ this.known = new Map();
  }

  /** @param {number} n */
  of(n) {
    const known = this.known.get(n);
    if (known) return known;
    const seen = new Set([n]),
      found = { all: 0, open: 0 };
    for (const each of seen) {
      if (each !== n) {
        found.all += 1;
        if (this.debate.nodes[each].kind !== "claim" && this.ev.force(each) === "open") found.open += 1;
      }
      for (const below of this.debate.below(each)) seen.add(below);
    }
    this.known.set(n, found);
    return found;
  }
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {number} number @param {string} one */
function counted(number, one) {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}
