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

/** How the present statement stands, and the line that makes it so. @param {App} app @param {number} n @returns {Child[][]} */
function whyLines(app, n) {
  const { ev, debate } = app,
    node = debate.nodes[n];
  if (node.isWeighed) return weighedLines(app, n);
  /** @type {Child[][]} */ const lines = [],
    seen = new Set();
  let at = n;
  while (lines.length < LONGEST_LINE && !seen.has(at)) {
    seen.add(at);
    const { words, next } = at !== n || node.kind !== "claim" ? argumentTold(app, at, at === n) : claimTold(app, at);
    lines.push(words);
    if (next < 0) return lines;
    if (debate.nodes[next].kind === "claim") {
      lines.push([
        named(app, next),
        ` ${LABEL_WORDS[ev.label(next)].toLowerCase() === "stands" ? "stands" : `is ${LABEL_WORDS[ev.label(next)].toLowerCase()}`}.`,
      ]);
      return lines;
    }
    at = next;
  }
  if (seen.has(at)) lines.push(["And so round in a circle."]);
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
  for (const each of lighter) lines.push(argumentTold(app, each, false).words);
  return [[ev.verdict(n)], ...lines];
}

/** @param {App} app @param {number} n @returns {{words: Child[], next: number}} */
function claimTold(app, n) {
  const { ev } = app,
    by = ev.broughtDownBy(n),
    label = ev.label(n);
  if (label === TRUE) {
    const answers = ev.rebuttals[n];
    if (!answers.length) return { words: ["It stands: nobody contests it."], next: -1 };
    return { words: [`It stands: what contests it is answered, `, ...namedAll(app, answers), "."], next: answers[0] };
  }
  const word = label === FALSE ? "defeated" : "undecided";
  if (!by.length) return { words: [`It is ${word}: nothing that holds speaks for it.`], next: -1 };
  return { words: [`It is ${word} because of `, ...namedAll(app, by), "."], next: by[0] };
}

const CAUSES = {
  statement: "what it says is contested",
  ground: "what would support it has no force",
  premise: "what it needs is missing",
  undercut: "its step is answered",
  weight: "it weighs less",
};

/** What an argument does, and whereby. @param {App} app @param {number} n @param {boolean} isFirst @returns {{words: Child[], next: number}} */
function argumentTold(app, n, isFirst) {
  const { ev } = app,
    found = ev.argument(n),
    name = isFirst ? "It" : named(app, n);
  if (ev.unheard.has(n))
    return { words: [name, " is not heard by this audience, which ranks other values higher."], next: -1 };
  if (found.force === "counts") return countingTold(app, n, name);
  const does = found.force === "open" ? " is open: " : ` is ${found.force}: `;
  const cause = CAUSES[found.cause ?? "statement"];
  if (!found.by.length) return { words: [name, does, cause, "."], next: -1 };
  const because = found.cause === "weight" && reasonOf(app, found.by[0], n);
  return {
    words: [
      name,
      does,
      cause,
      ", because of ",
      ...namedAll(app, found.by),
      because ? [": ", said(because)].flat() : "",
      ".",
    ].flat(),
    next: found.cause === "weight" ? -1 : found.by[0],
  };
}

/** Why the one weighs more, as the debate says it. @param {App} app @param {number} heavier @param {number} lighter */
function reasonOf(app, heavier, lighter) {
  const found = app.debate.nodes[heavier].outweighs?.find(([over]) => over === lighter);
  return found ? found[1].replace(/\.$/, "") : "";
}

/** @param {App} app @param {number} n @param {Child} name @returns {{words: Child[], next: number}} */
function countingTold(app, n, name) {
  const answers = app.ev.answers(n);
  if (!answers.length) return { words: [name, " counts: nobody answers it."], next: -1 };
  const told = answers.length === 1 ? "its one answer has no force, " : `its ${answers.length} answers have no force, `;
  return { words: [name, ` counts: ${told}`, ...namedAll(app, answers), "."], next: byForce(app, answers)[0] };
}

/** What the reader's suppositions change: resolutions first, then arguments. @param {App} app */
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
