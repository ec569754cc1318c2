/** Creates an element with a class and the given properties. */
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

/** A button with a text `label`, or with an icon and an accessible name. */
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

/** Sets a button's icon and its accessible name. */
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
