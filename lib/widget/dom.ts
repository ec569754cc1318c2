/** Makes an element; attributes by their own names, so that none comes from a polluted prototype. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    node.setAttribute(name, attributes[name]);
  }
  node.append(...children);
  return node;
}

/** A button that reads `label`, or shows an icon and is named by it. */
export function button(
  style: string,
  label: string,
  onClick: () => void,
  icon?: string,
): HTMLButtonElement {
  const node = el("button", { type: "button", class: style }, label);
  if (icon) setIcon(node, label, icon);
  node.onclick = onClick;
  return node;
}

/** Shows an icon in a button and names the button by it. */
export function setIcon(node: HTMLElement, label: string, path: string): void {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS(svg.namespaceURI, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  line.setAttribute("d", path);
  svg.append(line);
  node.replaceChildren(svg);
  node.ariaLabel = node.title = label;
}

/** A link to another site, which learns nothing of this page. */
export function link(url: string, words: string): HTMLAnchorElement {
  return el("a", {
    href: url,
    target: "_blank",
    rel: "noopener noreferrer nofollow",
  }, words);
}

/** Outlines in a box of 24, drawn with a stroke. */
export const icons = {
  chat: "M21 12a8.5 8.5 0 0 1-12.6 7.4L3 21l1.6-5.4A8.5 8.5 0 1 1 21 12Z",
  close: "M6 6l12 12M18 6 6 18",
  reset: "M3 12a9 9 0 1 0 3-6.7L3 8M3 3v5h5",
  send: "M12 19V5M5 12l7-7 7 7",
  stop: "M7 7h10v10H7z",
};
