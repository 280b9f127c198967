// @ts-check
// What stands and what counts, by the definitions of `argmap/evaluation/framework.py` and `force.py`.

/** @typedef {Map<number, boolean>} Supposed  statements taken to stand, or to be defeated, whatever is said of them */
/** @typedef {"counts" | "outweighed" | "open" | "answered"} Force */
/** @typedef {"statement" | "ground" | "premise" | "undercut" | "weight"} Cause */
/** @typedef {{force: Force, cause?: Cause, by: number[]}} Argument */

class Evaluation {
  /**
   * @param {Item[]} nodes
   * @param {Audience | undefined} audience
   * @param {Supposed} supposed
   * @param {[number, number][]} compared  comparisons beside those of the debate: heavier step, lighter one
   */
  constructor(nodes, audience, supposed, compared) {
    this.nodes = nodes;
    const size = nodes.length;
    const lists = () => Array.from({ length: size }, () => /** @type {number[]} */ ([]));
    this.supports = lists();
    this.rebuttals = lists();
    this.undercutters = lists();
    this.outweighers = lists();
    this.contradicts = nodes.map((node) => node.contradicts ?? []);
    /** @type {Set<number>} rebuttals that fail with the audience: they count for nothing and outweigh nothing */
    this.unheard = new Set();
    /** @type {number[]} whether each statement stands */ this.accepted = [];
    /** @type {number[]} whether each step is live */ this.live = [];
    /** @type {number[]} whether each step counts */ this.counts = [];
    this.wire();
    if (audience) this.hear(audience);
    for (const [heavier, lighter] of compared) {
      if (!this.unheard.has(heavier)) this.outweighers[lighter].push(heavier);
    }
    this.solve(supposed);
    for (const each of this.unheard) this.counts[each] = FALSE;
  }

  wire() {
    const places = { support: this.supports, rebuttal: this.rebuttals, undercutter: this.undercutters };
    this.nodes.forEach((node, n) => {
      if (node.kind === "claim") return;
      places[node.kind][/** @type {number} */ (node.target)].push(n);
      for (const [lighter] of node.outweighs ?? []) this.outweighers[lighter].push(n);
    });
  }

  /** Without the attacks that fail with an audience, and with what it weighs. @param {Audience} audience */
  hear(audience) {
    /** @type {Map<number, Set<number>>} */ const failed = new Map();
    for (const [attacker, attacked] of audience.failed) {
      if (this.rebuttals[attacked].includes(attacker)) this.unheard.add(attacker);
      failed.set(attacked, (failed.get(attacked) ?? new Set()).add(attacker));
    }
    for (const [attacked, attackers] of failed) {
      const heard = (/** @type {number} */ each) => !attackers.has(each);
      this.rebuttals[attacked] = this.rebuttals[attacked].filter(heard);
      this.contradicts[attacked] = this.contradicts[attacked].filter(heard);
    }
    this.outweighers = this.outweighers.map((found) => found.filter((each) => !this.unheard.has(each)));
    for (const [heavier, ...lighter] of audience.heavier)
      for (const each of lighter) this.outweighers[each].push(heavier);
  }

  /** @param {Supposed} supposed */
  solve(supposed) {
    const { nodes } = this,
      size = nodes.length;
    const live = (/** @type {number} */ n) => size + n,
      counts = (/** @type {number} */ n) => 2 * size + n;
    const network = new Network(3 * size);
    nodes.forEach((node, n) => {
      const said = supposed.get(n);
      if (node.kind !== "claim") {
        const own = node.text === undefined ? [] : [n];
        const needed = [...own, ...(node.premises ?? []), ...(node.stepPremises ?? []).map(live)];
        if (own.length || said === undefined) network.allOf(live(n), needed, this.undercutters[n].map(live));
        else network.set(live(n), said ? TRUE : FALSE);
        network.allOf(counts(n), [live(n)], this.outweighers[n].map(live));
      }
      if (node.text === undefined) return;
      if (said !== undefined) network.set(n, said ? TRUE : FALSE);
      else this.accept(network, n, node.isWeighed ? counts : live);
    });
    const values = network.solve();
    this.accepted = values.slice(0, size);
    this.live = values.slice(size, 2 * size);
    this.counts = values.slice(2 * size, 3 * size);
  }

  /** @param {Network} network @param {number} n @param {(step: number) => number} worth */
  accept(network, n, worth) {
    const node = this.nodes[n];
    const ground = !node.isResolution && !node.leans ? [] : [network.anyOf(this.supports[n].map(worth))];
    let against = [...this.rebuttals[n].map(worth), ...this.contradicts[n]];
    if (node.isWeighed && against.length) {
      const any = network.anyOf(against),
        rejected = network.atom();
      network.allOf(rejected, [any], [n]);
      against = [rejected];
    }
    network.allOf(n, ground, against);
  }

  /** Whether a statement stands; of a step without words, whether it is live. @param {number} n */
  label(n) {
    return this.nodes[n].text === undefined ? this.live[n] : this.accepted[n];
  }

  /** Whether pros and cons of a step's target are weighed. @param {number} n */
  isWeighed(n) {
    const node = this.nodes[n];
    return node.kind !== "undercutter" && !!this.nodes[/** @type {number} */ (node.target)].isWeighed;
  }

  /** What a step does to its target. @param {number} n @returns {Force} */
  force(n) {
    const live = this.live[n],
      counts = this.counts[n];
    if (live === FALSE) return "answered";
    if (!this.isWeighed(n)) return live === TRUE ? "counts" : "open";
    if (counts === FALSE) return "outweighed";
    return counts === TRUE ? "counts" : "open";
  }

  /** The force of a step, and why. @param {number} n @returns {Argument} */
  argument(n) {
    const force = this.force(n);
    if (force === "counts") return { force, by: [] };
    if (force === "outweighed" || this.live[n] === TRUE) return { force, cause: "weight", by: this.heavier(n) };
    const [cause, by] = this.causes(n);
    return { force, cause, by };
  }

  /** What outweighs a step; where nothing certain does, what may. @param {number} n */
  heavier(n) {
    const found = this.outweighers[n];
    const best = found.some((each) => this.live[each] === TRUE) ? TRUE : OPEN;
    return found.filter((each) => this.live[each] === best);
  }

  /** @param {number} n @returns {[Cause, number[]]} */
  causes(n) {
    const node = this.nodes[n],
      live = this.live[n],
      wanted = live === FALSE ? TRUE : OPEN;
    const cutters = this.undercutters[n].filter((each) => this.live[each] === wanted);
    if (cutters.length) return ["undercut", cutters];
    if (node.text !== undefined && this.accepted[n] === live) {
      const by = this.broughtDownBy(n);
      return by.length ? ["statement", by] : ["ground", this.supports[n]];
    }
    const steps = node.stepPremises ?? [];
    const failing = [
      ...(node.premises ?? []).filter((each) => !steps.includes(each) && this.label(each) === live),
      ...steps.filter((each) => this.live[each] === live),
    ];
    return failing.length ? ["premise", failing] : ["statement", []];
  }

  /** What keeps a statement from standing. @param {number} n @returns {number[]} */
  broughtDownBy(n) {
    const label = this.label(n);
    if (label === TRUE) return [];
    const wanted = label === FALSE ? TRUE : OPEN,
      node = this.nodes[n];
    if (node.text === undefined) return this.undercutters[n].filter((each) => this.live[each] === wanted);
    const worth = node.isWeighed ? this.counts : this.live;
    const against = this.rebuttals[n],
      rivals = this.contradicts[n];
    if (node.isWeighed && label === FALSE) return against.filter((each) => this.outweighsSupport(each, n));
    const bites = (/** @type {number} */ value) => (node.isWeighed ? value !== FALSE : value === wanted);
    return [...new Set([...against.filter((r) => bites(worth[r])), ...rivals.filter((r) => bites(this.label(r)))])];
  }

  /** Whether a live rebuttal outweighs something live that speaks for a statement. @param {number} step @param {number} n */
  outweighsSupport(step, n) {
    if (this.live[step] !== TRUE) return false;
    return this.supports[n].some(
      (s) => this.live[s] === TRUE && this.counts[s] !== OPEN && this.outweighers[s].includes(step),
    );
  }

  /** What contests a statement or answers its step, heard by whoever listens. @param {number} n */
  answers(n) {
    return [...this.rebuttals[n], ...this.undercutters[n]];
  }

  /** How a resolution, or another statement that is weighed, stands and what decides it. @param {number} n */
  verdict(n) {
    const node = this.nodes[n];
    const pros = this.supports[n].map((each) => this.force(each));
    const cons = this.rebuttals[n].map((each) => this.force(each));
    const isAlone = !node.isResolution && !node.leans && !howMany(pros, "counts");
    const why = isAlone ? aloneReason(this.label(n), cons) : verdictReason(this.label(n), pros, cons);
    return `${LABEL_WORDS[this.label(n)]}: ${why}.`;
  }
}

const LABEL_WORDS = ["Undecided", "Stands", "Defeated"];

/** @param {Force[]} forces @param {Force} force */
function howMany(forces, force) {
  return forces.filter((each) => each === force).length;
}

/** Of a statement with ground of its own. @param {number} label @param {Force[]} cons */
function aloneReason(label, cons) {
  const counting = howMany(cons, "counts");
  if (label === TRUE) return "nothing that counts is against it";
  if (!counting) return "what is against it is open";
  const count = `${counting} against ${counting === 1 ? "counts" : "count"}`;
  return label === FALSE ? count : `${count}, not weighed against its own ground`;
}

/** @param {number} label @param {Force[]} pros @param {Force[]} cons */
function verdictReason(label, pros, cons) {
  if (!pros.length && !cons.length) return "no argument for or against it";
  if (label === TRUE) return decided(pros, "for it", cons, "against");
  return label === FALSE ? decided(cons, "against", pros, "for it") : undecided(pros, cons);
}

/** @param {Force[]} pros @param {Force[]} cons */
function undecided(pros, cons) {
  const [p, c] = [howMany(pros, "counts"), howMany(cons, "counts")];
  if (p && c) return `${p} for and ${c} against count, not weighed`;
  const [po, co] = [howMany(pros, "open"), howMany(cons, "open")];
  const both = [po && `${po} for`, co && `${co} against`].filter(Boolean).join(" and ");
  return both ? `${both} ${po + co === 1 ? "is" : "are"} open` : "what contradicts it is not defeated";
}

/** @param {Force[]} winners @param {string} here @param {Force[]} losers @param {string} there */
function decided(winners, here, losers, there) {
  const counting = howMany(winners, "counts");
  const left = howMany(losers, "answered") + howMany(losers, "outweighed");
  const fates = [howMany(losers, "answered") && "answered", howMany(losers, "outweighed") && "outweighed"];
  let lost = left ? `the ${left} ${there} ${left === 1 ? "is" : "are"} ${fates.filter(Boolean).join(" or ")}` : "";
  if (!losers.length) lost = there === "against" ? "nothing is against" : "nothing is for it";
  return [counting && `${counting} ${here} ${counting === 1 ? "counts" : "count"}`, lost].filter(Boolean).join("; ");
}
