// @ts-check
// Elements are made one by one, their words set as text: nothing that a debate says is ever read as markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

/** An element. `on…` listens; `vars` sets custom properties of its style; what is undefined or false is left out.
 * @param {string} tag @param {Record<string, any>} attributes @param {...(Child | Child[])} children */
function el(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "vars")
      for (const [key, each] of Object.entries(value)) made.style.setProperty(key, String(each));
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat())
    if (child || child === 0)
      made.append(/** @type {Node | string} */ (typeof child === "number" ? String(child) : child));
  return made;
}

/** Somebody's words, whichever way they are written. @param {string} text */
function said(text) {
  return el("bdi", {}, text);
}

/** A button that looks like a link; with `href` a link, which a click follows in our way.
 * @param {Child | Child[]} words @param {() => void} act @param {Record<string, any>} [more] */
function linkTo(words, act, more = {}) {
  if (!more.href) return el("button", { type: "button", class: "link", onclick: act, ...more }, words);
  const click = (/** @type {MouseEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    act();
  };
  return el("a", { onclick: click, ...more }, words);
}

/** A button. @param {Child | Child[]} words @param {() => void} act @param {Record<string, any>} [more] */
function choice(words, act, more = {}) {
  return el("button", { type: "button", class: "choice", onclick: act, ...more }, words);
}
