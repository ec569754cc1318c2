import { el } from "./dom.ts";

/** The style sheet, minified; the build puts it here. */
declare const WIDGET_CSS: string;

let sheet: CSSStyleSheet | undefined;

/** Attaches a shadow root whose styles a strict policy of the page lets through. */
export function attachRoot(host: HTMLElement): HTMLElement {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(WIDGET_CSS);
  }
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheet];
  const root = el("div", { className: "root" });
  // The page's shortcuts must not hear what is typed here.
  for (const type of ["keydown", "keyup", "keypress"]) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  shadow.append(root);
  return root;
}

/** Keeps `--top` and `--height` at what an on-screen keyboard leaves of the screen. */
export function followScreen(root: HTMLElement): void {
  const screen = visualViewport;
  if (!screen) return;
  const follow = () => {
    root.style.setProperty("--top", `${screen.offsetTop}px`);
    root.style.setProperty("--height", `${screen.height}px`);
  };
  screen.addEventListener("resize", follow);
  screen.addEventListener("scroll", follow);
}
