// @ts-check
// The well-founded model of a logic program, as `argmap/evaluation/grounded.py` finds it: truth and falsehood spread by
// counting; then what could only hold itself up is false; and so on until nothing changes.

const OPEN = 0,
  TRUE = 1,
  FALSE = 2;

/** Shared by the many atoms that no rule uses: a list for each would take longer than all the rest. @type {number[]} */
const NO_RULES = [];

/** @param {number[][]} lists @param {number} atom @param {number} rule */
function record(lists, atom, rule) {
  if (lists[atom] === NO_RULES) lists[atom] = [rule];
  else lists[atom].push(rule);
}

class Network {
  /** @param {number} size how many atoms there are to begin with */
  constructor(size) {
    /** @type {number[]} */ this.value = new Array(size).fill(OPEN);
    /** @type {boolean[]} */ this.isAny = new Array(size).fill(false);
    /** @type {number[]} of a conjunction the literals not yet true, of a disjunction the options not yet false */
    this.waits = new Array(size).fill(0);
    /** @type {number[][]} */ this.positive = new Array(size).fill([]);
    /** @type {number[][]} */ this.used = new Array(size).fill(NO_RULES);
    /** @type {number[][]} */ this.denied = new Array(size).fill(NO_RULES);
    /** @type {number[]} */ this.queue = [];
  }

  /** @param {number} atom @param {number} value */
  set(atom, value) {
    if (this.value[atom] !== OPEN) return;
    this.value[atom] = value;
    this.queue.push(atom);
  }

  /** The atom is true iff all of `positive` are and none of `negative` is.
   * @param {number} atom @param {number[]} positive @param {number[]} negative */
  allOf(atom, positive, negative) {
    this.positive[atom] = positive;
    this.waits[atom] = positive.length + negative.length;
    for (const each of positive) record(this.used, each, atom);
    for (const each of negative) record(this.denied, each, atom);
    if (!this.waits[atom]) this.set(atom, TRUE);
  }

  /** A new atom, to be defined by `allOf`. */
  atom() {
    this.isAny.push(false);
    this.waits.push(0);
    this.positive.push([]);
    this.used.push(NO_RULES);
    this.denied.push(NO_RULES);
    return this.value.push(OPEN) - 1;
  }

  /** A new atom that is true iff one of the options is. @param {number[]} options */
  anyOf(options) {
    const atom = this.atom();
    this.isAny[atom] = true;
    this.positive[atom] = options;
    this.waits[atom] = options.length;
    for (const each of options) record(this.used, each, atom);
    if (!options.length) this.set(atom, FALSE);
    return atom;
  }

  solve() {
    do {
      this.spread();
      this.refuteUnfounded();
    } while (this.queue.length);
    return this.value;
  }

  spread() {
    for (let atom = this.queue.pop(); atom !== undefined; atom = this.queue.pop()) {
      const isTrue = this.value[atom] === TRUE;
      for (const user of this.used[atom]) {
        if (this.isAny[user] !== isTrue) {
          this.waits[user] -= 1;
          if (!this.waits[user]) this.set(user, isTrue ? TRUE : FALSE);
        } else this.set(user, isTrue ? TRUE : FALSE);
      }
      for (const user of this.denied[atom]) {
        if (isTrue) this.set(user, FALSE);
        else if (!--this.waits[user]) this.set(user, TRUE);
      }
    }
  }

  /** What is open and leans only on what leans on itself is false. */
  refuteUnfounded() {
    /** @type {Map<number, number>} */ const lacks = new Map();
    this.value.forEach((value, atom) => {
      if (value === OPEN) lacks.set(atom, 0);
    });
    const ready = [];
    for (const atom of lacks.keys()) {
      const lacking = this.positive[atom].filter((each) => this.value[each] === OPEN).length;
      lacks.set(atom, lacking);
      if (!lacking && !this.isAny[atom]) ready.push(atom);
    }
    for (const atom of ready) lacks.delete(atom);
    for (let atom = ready.pop(); atom !== undefined; atom = ready.pop()) {
      for (const user of this.used[atom]) {
        const lacking = lacks.get(user);
        if (lacking === undefined) continue;
        lacks.set(user, lacking - 1);
        if (this.isAny[user] || lacking === 1) {
          lacks.delete(user);
          ready.push(user);
        }
      }
    }
    for (const atom of lacks.keys()) this.set(atom, FALSE);
  }
}
