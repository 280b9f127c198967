// @ts-check
// What the page is given: `argmap/living_page/page_data.py` makes it. Numbers are places in `nodes`.

/**
 * @typedef {object} Piece  a piece of evidence
 * @property {number} source
 * @property {string} [grade]  where it is not its source's
 * @property {string} [why]
 * @property {string} [at]
 * @property {string} [saidBy]
 * @property {string} [quote]
 * @property {string} [says]
 */

/**
 * @typedef {object} Item  a statement, or a step without words of its own
 * @property {string} id
 * @property {"claim" | "support" | "rebuttal" | "undercutter"} kind
 * @property {string} [text]
 * @property {string} [short]
 * @property {boolean} [isResolution]
 * @property {boolean} [leans]  it has no ground but its supports
 * @property {boolean} [isUndeveloped]
 * @property {boolean} [isWeighed]
 * @property {boolean} [isFirst]  settled before anything is weighed
 * @property {number} [target]
 * @property {number[]} [premises]
 * @property {number[]} [stepPremises]
 * @property {number[]} [contradicts]
 * @property {[number, string][]} [outweighs]
 * @property {1 | -1} [side]
 * @property {string} [settledBy]  what would settle a resolution
 * @property {string} [role]
 * @property {number} [strength]
 * @property {[number, number]} [line]  its file and line
 * @property {number} [position]  found by `Debate`
 * @property {Piece[]} [evidence]
 */

/** @typedef {{id: string, name: string, ranking: string[], failed: [number, number][], heavier: number[][]}} Audience
 *  `failed`: attacker, attacked; `heavier`: a step, then all that it outweighs */
/** @typedef {{called: string, title?: string, date?: string, url?: string, grade?: string, why?: string}} Source */
/** @typedef {{name: string, href: string, about?: string, formats?: [string, string][]}} Linked */

/**
 * @typedef {object} Data
 * @property {string} id
 * @property {string} title
 * @property {string} size
 * @property {string} [question]
 * @property {string} [asOf]
 * @property {string} [start]
 * @property {string} [memo]
 * @property {string[]} sides
 * @property {string[]} sideWords
 * @property {{id: string, name: string, kind?: string, size: number}[]} [positions]  in order, after the resolutions
 * @property {Source[]} [sources]
 * @property {Audience[]} [audiences]
 * @property {Item[]} nodes
 * @property {string[]} [files]
 * @property {string} [base]
 * @property {Linked[]} [briefs]
 * @property {Linked[]} [maps]
 */
