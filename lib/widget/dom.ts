/** Makes an element of a class, with the given properties. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = "",
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  // Only own properties: a page may have polluted the prototype.
  Object.assign(node, { className }, properties);
  node.append(...children);
  return node;
}

/** A button that reads `label`, or shows an icon and is named by it. */
export function button(
  className: string,
  label: string,
  onclick: () => void,
  icon?: string,
): HTMLButtonElement {
  const node = el("button", className, { type: "button", onclick }, label);
  if (icon) setIcon(node, label, icon);
  return node;
}

/** Shows an icon in a button and names the button by it. */
export function setIcon(node: HTMLElement, label: string, path: string): void {
  const draw = (tag: string, attribute: string, value: string) => {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", tag);
    shape.setAttribute(attribute, value);
    return shape;
  };
  const svg = draw("svg", "viewBox", "0 0 24 24");
  svg.append(draw("path", "d", path));
  node.replaceChildren(svg);
  node.ariaLabel = node.title = label;
}

/** Outlines in a box of 24, drawn with a stroke. */
export const icons = {
  open: "M4 20l2-4a8 8 0 1 1 3 3z",
  close: "M6 6l12 12M6 18 18 6",
  reset: "M4 4v5h5M4 9a8 8 0 1 1 0 6",
  send: "M12 19V5l-7 7m14 0-7-7",
  stop: "M7 7h10v10H7z",
};
