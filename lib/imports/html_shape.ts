/** Elements without text to answer from. */
const NOT_TEXT =
  "script, style, noscript, template, iframe, object, embed, svg, canvas, img, picture, video, audio, input, select, textarea, nav, footer, aside, dialog, [role=navigation], [role=contentinfo], [role=tablist], [role=dialog]";

/** Elements that open and close a part of the page. */
const OPENS =
  "[aria-expanded], [aria-controls], [data-toggle], [data-bs-toggle], summary, h1, h2, h3, h4, h5, h6, dt";

/** Parts shown on a click, by their classes and roles. */
const PANEL =
  /(?:^|[\s_-])(?:accordion|collapse|collapsible|panel|tab|tabs|faq|answer|toggle)/i;

/**
 * Reduces an element to what a reader can see, in document order: tabs and folded parts open, each under its opener
 * as a heading; menus, form fields and hidden parts removed.
 */
export function openUp(root: Element): void {
  const controlled = new Set<string>();
  for (const opener of root.querySelectorAll("[aria-controls], [href^='#']")) {
    const id = opener.getAttribute("aria-controls") ??
      opener.getAttribute("href")?.slice(1);
    for (const one of id?.split(/\s+/) ?? []) controlled.add(one);
  }
  nameTabs(root);
  removeHidden(root, controlled);
  for (const node of root.querySelectorAll(NOT_TEXT)) node.remove();
  for (const summary of root.querySelectorAll("summary")) asHeading(summary);
  openButtons(root);
  for (const list of root.querySelectorAll("dl")) openList(list);
}

/** Adds each tab's name as a heading to its panel: the tabs themselves are elsewhere. */
function nameTabs(root: Element): void {
  const names = new Map<string, string>();
  for (const tab of root.querySelectorAll("[role=tab], [data-bs-toggle=tab]")) {
    const name = textOf(tab);
    for (const attribute of ["aria-controls", "data-bs-target", "href"]) {
      const id = tab.getAttribute(attribute)?.replace(/^#/, "");
      if (id && name) names.set(id, name);
    }
    if (tab.id && name) names.set(tab.id, name);
  }
  if (names.size === 0) return;
  for (const panel of root.querySelectorAll("[role=tabpanel], .tab-pane")) {
    const by = panel.getAttribute("aria-labelledby") ?? "";
    const name = names.get(by) ?? names.get(panel.id);
    if (name) panel.prepend(headingOf(panel, name));
  }
}

/** Shows the panels and removes what stays hidden. */
function removeHidden(root: Element, controlled: Set<string>): void {
  const hidden = root.querySelectorAll(
    "[hidden], [aria-hidden=true], [style*='display:none'], [style*='display: none'], [style*='visibility:hidden']",
  );
  for (const node of hidden) {
    const is_panel = controlled.has(node.id) ||
      node.getAttribute("role") === "tabpanel" ||
      node.getAttribute("hidden") === "until-found" ||
      (PANEL.test(node.getAttribute("class") ?? "") && textOf(node).length > 1);
    if (!is_panel) node.remove();
    for (const name of ["hidden", "aria-hidden", "style"]) {
      node.removeAttribute(name);
    }
  }
}

/** A button that opens a part is its heading, or in it; other buttons do something that text cannot. */
function openButtons(root: Element): void {
  for (const button of root.querySelectorAll("button, [role=button]")) {
    const heading = button.closest("h1, h2, h3, h4, h5, h6, dt");
    if (heading && root.contains(heading)) {
      button.replaceWith(...button.childNodes);
    } else if (button.matches(OPENS) && /\S/.test(textOf(button))) {
      asHeading(button);
    } else button.remove();
  }
}

/** A definition list: questions become headings, other terms lead their definitions. */
function openList(list: Element): void {
  for (const term of list.querySelectorAll("dt")) {
    if (/[?？؟]$/.test(textOf(term))) {
      asHeading(term);
      continue;
    }
    const definition = term.nextElementSibling;
    if (definition?.localName !== "dd") continue;
    const name = textOf(term).replace(/[:：]$/, "");
    definition.prepend(`${name}: `);
    term.remove();
  }
  for (const definition of list.querySelectorAll("dd")) rename(definition, "p");
  list.replaceWith(...list.childNodes);
}

function asHeading(node: Element): void {
  const name = textOf(node);
  if (name) node.replaceWith(headingOf(node, name));
  else node.remove();
}

function headingOf(node: Element, name: string): Element {
  const heading = node.ownerDocument.createElement("h3");
  heading.textContent = name;
  return heading;
}

function rename(node: Element, name: string): void {
  const other = node.ownerDocument.createElement(name);
  other.append(...node.childNodes);
  node.replaceWith(other);
}

/** An element's text on one line. */
export function textOf(node: { textContent: string | null }): string {
  return (node.textContent ?? "").replace(/\s+/g, " ").trim();
}
