import { el } from "../dom.ts";

/** The minified style sheet, inserted by the build. */
declare const LOADER_CSS: string;

const sheet = new CSSStyleSheet();
sheet.replaceSync(LOADER_CSS);

/** Attaches a shadow root with styles that a strict page policy permits. */
export function attachRoot(host: HTMLElement): HTMLElement {
  const shadow = host.attachShadow({ mode: "open" });
  const root = el("div", "root");
  root.onkeyup = root.onkeypress = (event) => event.stopPropagation();
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(root);
  return root;
}

/** Keeps `--top` and `--height` at the part of the screen that an on-screen keyboard leaves visible. */
export function followScreen({ style }: HTMLElement): void {
  const screen = visualViewport!;
  for (const type of ["resize", "scroll"]) {
    screen.addEventListener(type, () => {
      style.setProperty("--top", `${screen.offsetTop}px`);
      style.setProperty("--height", `${screen.height}px`);
    });
  }
}
