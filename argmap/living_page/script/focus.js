// @ts-check
// Where the focus goes when what has it is made anew: who has no mouse must not have to begin again at the top.

const STOPS = "a[href], button, input, select, summary, [tabindex]";

/** By what an element is known again: its data, or else what it says. @param {HTMLElement} element */
function nameOf(element) {
  const data = JSON.stringify(element.dataset);
  return element.tagName + (data === "{}" ? (element.getAttribute("aria-label") ?? element.textContent) : data);
}

/** The first of these that can have the focus has it. @param {ArrayLike<Element>} elements */
function focusFirst(elements) {
  for (const each of /** @type {HTMLElement[]} */ (Array.from(elements))) {
    each.focus({ preventScroll: true });
    if (document.activeElement === each) return;
  }
}

/** Called before elements are made anew; what it gives is called after: the focus is then on the same element, in the
 * tree on the present statement, and after `more` on the first that was unfolded. @param {App} app */
function focusKeeper(app) {
  const had = /** @type {HTMLElement | null} */ (document.activeElement);
  if (!had || !app.root.contains(had)) return () => {}; // of the whole body the name would be all its text
  const name = nameOf(had),
    { tree } = app.parts,
    isInTree = tree.contains(had);
  const items = () => [...tree.querySelectorAll("[role=treeitem]")];
  const place = had.dataset.more ? items().indexOf(had) : -1;
  return () => {
    if (had.isConnected) return;
    if (place >= 0) focusFirst(items().slice(place));
    else if (!isInTree) {
      const stops = /** @type {NodeListOf<HTMLElement>} */ (app.root.querySelectorAll(STOPS));
      focusFirst([...stops].filter((each) => nameOf(each) === name));
    }
    if (document.activeElement === document.body) app.focusPresent();
  };
}
