// @ts-check
// Why a statement stands or an argument counts: the line that decides, followed from one to the next.

const LONGEST_LINE = 8,
  MOST_NAMED = 5;

/** A statement that is named, and leads there. @param {App} app @param {number} n @param {number} [most] */
function named(app, n, most = 60) {
  return linkTo(said(app.debate.name(n, most)), () => app.jump(n), {
    href: `#${encodeURIComponent(app.debate.nodes[n].id)}`,
  });
}

/** Some statements, and how many more. @param {App} app @param {number[]} ids @returns {Child[]} */
function namedAll(app, ids) {
  const shown = ids.slice(0, MOST_NAMED),
    rest = ids.length - shown.length;
  const parts = shown.flatMap((n, at) => [at ? (at === ids.length - 1 ? " and " : ", ") : "", named(app, n)]);
  return rest ? [...parts, ` and ${rest} more`] : parts;
}

/** @typedef {{n: number, isStep: boolean}} Place  a statement, or its step */
/** @typedef {{words: Child[], next?: Place}} Told */

/** How the present statement stands, and the line that makes it so. @param {App} app @param {number} n @returns {Child[][]} */
function whyLines(app, n) {
  const node = app.debate.nodes[n];
  if (node.isWeighed) return weighedLines(app, n);
  /** @type {Child[][]} */ const lines = [],
    seen = new Set();
  /** @type {Place | undefined} */ let at = { n, isStep: node.kind !== "claim" };
  while (at && lines.length < LONGEST_LINE && !seen.has(`${at.n}.${at.isStep}`)) {
    seen.add(`${at.n}.${at.isStep}`);
    const name = lines.length ? named(app, at.n) : "It";
    /** @type {Told} */ const told = at.isStep ? argumentTold(app, at.n, name) : statementTold(app, at.n, name);
    lines.push(told.words);
    at = told.next;
  }
  if (at && lines.length < LONGEST_LINE) lines.push(["And so round in a circle."]);
  return lines;
}

/** What counts on each side of what is weighed. @param {App} app @param {number} n @returns {Child[][]} */
function weighedLines(app, n) {
  const { ev } = app;
  const sides = /** @type {[string, number[]][]} */ ([
    ["For it", ev.supports[n]],
    ["Against it", ev.rebuttals[n]],
  ]);
  const lines = sides.flatMap(([words, steps]) => {
    const counting = byForce(
      app,
      steps.filter((step) => ev.force(step) === "counts"),
    );
    const open = byForce(
      app,
      steps.filter((step) => ev.force(step) === "open"),
    );
    /** @type {Child[][]} */ const found = [];
    if (counting.length)
      found.push([`${words} ${counting.length === 1 ? "counts" : "count"} `, ...namedAll(app, counting), "."]);
    if (open.length && !counting.length)
      found.push([`${words} ${open.length === 1 ? "is" : "are"} open `, ...namedAll(app, open), "."]);
    return found;
  });
  const lighter = [...ev.supports[n], ...ev.rebuttals[n]]
    .filter((step) => ev.force(step) === "outweighed")
    .slice(0, MOST_NAMED);
  for (const each of lighter) lines.push(argumentTold(app, each, named(app, each)).words);
  return [[ev.verdict(n)], settledBy(app, n), ...lines].filter((line) => line.length);
}

/** Whether a statement stands, and because of what. @param {App} app @param {number} n @param {Child} name @returns {Told} */
function statementTold(app, n, name) {
  const { ev, debate } = app,
    by = ev.broughtDownBy(n),
    label = ev.label(n);
  const stands = ["is undecided", "stands", "is defeated"][label];
  if (debate.nodes[n].isWeighed) return { words: [name, ` ${stands}: ${ev.verdict(n).replace(/^\w+: /, "")}`] };
  if (label === TRUE) {
    const answers = ev.rebuttals[n];
    if (!answers.length) return { words: [name, " stands: nobody contests it."] };
    const words = [name, " stands. What contests it has no force: ", ...namedAll(app, answers), "."];
    return { words, next: { n: byForce(app, answers)[0], isStep: true } };
  }
  if (!by.length) return { words: [name, ` ${stands}: nothing that has force speaks for it.`] };
  const next = { n: by[0], isStep: ev.rebuttals[n].includes(by[0]) };
  return { words: [name, ` ${stands} because of `, ...namedAll(app, by), "."], next };
}

/** What an argument does, and whereby. @param {App} app @param {number} n @param {Child} name @returns {Told} */
function argumentTold(app, n, name) {
  const { ev } = app,
    { force, cause, by } = ev.argument(n);
  if (ev.unheard.has(n)) return { words: [name, " is not heard by this audience, which ranks other values higher."] };
  if (force === "counts") return countingTold(app, n, name);
  if (cause === "premise") return needingTold(app, n, name);
  const many = namedAll(app, by),
    isOpen = force === "open";
  if (cause === "weight") {
    const because = reasonOf(app, by[0], n),
      why = because ? [": ", said(because)] : [];
    return {
      words: isOpen
        ? [name, " is open: ", ...many, " may outweigh it."]
        : [name, " is outweighed by ", ...many, ...why, "."],
    };
  }
  if (cause === "ground" || !by.length) return { words: [name, ` is ${force}: nothing that has force speaks for it.`] };
  const isStep = cause === "undercut" || ev.rebuttals[n].includes(by[0]);
  return {
    words: [name, isOpen ? " is open because of " : " is answered by ", ...many, "."],
    next: { n: by[0], isStep },
  };
}

/** An argument that lacks what it needs. Of one without words of its own that is what it says.
 * @param {App} app @param {number} n @param {Child} name @returns {Told} */
function needingTold(app, n, name) {
  const { force, by } = app.ev.argument(n),
    node = app.debate.nodes[n],
    isStep = !!node.stepPremises?.includes(by[0]);
  const only = node.text === undefined && (node.premises ?? []).length + (node.stepPremises ?? []).length === 1;
  if (only) return isStep ? argumentTold(app, by[0], name) : statementTold(app, by[0], name);
  const lack = isStep ? "and that has no force" : "and that does not stand";
  const words = [
    name,
    ` is ${force}: it needs `,
    ...namedAll(app, by),
    force === "open" ? ", and that is undecided." : `, ${lack}.`,
  ];
  return { words, next: { n: by[0], isStep } };
}

/** Why the one weighs more, as the debate says it. @param {App} app @param {number} heavier @param {number} lighter */
function reasonOf(app, heavier, lighter) {
  const found = app.debate.nodes[heavier].outweighs?.find(([over]) => over === lighter);
  return found ? found[1].replace(/\.$/, "") : "";
}

/** @param {App} app @param {number} n @param {Child} name @returns {Told} */
function countingTold(app, n, name) {
  const answers = byForce(app, app.ev.answers(n));
  if (!answers.length) return { words: [name, " counts: nobody answers it."] };
  const told =
    answers.length === 1
      ? " counts. Its one answer has no force: "
      : ` counts. Its ${answers.length} answers have no force: `;
  return { words: [name, told, ...namedAll(app, answers), "."], next: { n: answers[0], isStep: true } };
}

/** What the reader's suppositions change: resolutions first, then arguments.
 * @param {App} app @returns {{n: number, was: string, is: string}[]} */
function flips(app) {
  const { ev, base, debate, state } = app;
  if (ev === base) return [];
  return debate.nodes.flatMap((node, n) => {
    if (state.supposed.has(n) && node.text !== undefined && node.kind === "claim") return [];
    const was = node.kind === "claim" ? LABEL_WORDS[base.label(n)] : base.force(n);
    const is = node.kind === "claim" ? LABEL_WORDS[ev.label(n)] : ev.force(n);
    return was === is ? [] : [{ n, was: was.toLowerCase(), is: is.toLowerCase() }];
  });
}
