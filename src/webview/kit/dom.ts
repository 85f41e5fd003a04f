// The little that plain DOM lacks: an element with its classes, attributes and children in one call.

/** Creates an element; a string child becomes text. Attributes that are undefined are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  classes = "",
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (classes !== "") node.className = classes;
  setAttributes(node, attributes);
  node.append(...children);
  return node;
}

/**
 * Sets attributes, and removes those whose value is undefined. Unchanged ones are not touched, so nothing is announced
 * twice.
 */
export function setAttributes(node: Element, attributes: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) node.removeAttribute(name);
    else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
}

/**
 * Tells when a fold opens or closes, at the click itself: the `toggle` event comes later, and whatever is drawn or
 * pressed in between would still see the old state. A fold that the browser opens by itself is told by `toggle`.
 */
export function onFold(node: HTMLDetailsElement, folded: (open: boolean) => void): void {
  node.querySelector("summary")?.addEventListener("click", (event) => {
    event.preventDefault();
    node.open = !node.open;
    folded(node.open);
  });
  node.addEventListener("toggle", () => folded(node.open));
}

/** Sets an element's text unless it already is that. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
