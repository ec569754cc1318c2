const DEFAULT_ACCENT = "#4f46e5";

/** Whether black reads better on a colour than white does; luminance as in WCAG 2, gamma 2.2. */
export function needsBlack(color: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18;
}

/** Sets the accent, a second colour to blend into, and the colour of text on both. */
export function setAccent(root: HTMLElement, wanted = ""): void {
  const accent = /^#[\da-f]{6}$/i.test(wanted) ? wanted : DEFAULT_ACCENT;
  const isLight = needsBlack(accent);
  root.style.setProperty("--accent", accent);
  root.style.setProperty("--far", isLight ? "#fff" : "#93e");
  root.style.setProperty("--on", isLight ? "#000" : "#fff");
}

/** Keeps the class `dark` in step with the theme, and with the system where it is `auto`. */
export function setTheme(root: HTMLElement, theme?: string): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () =>
    root.classList.toggle(
      "dark",
      theme === "dark" || (theme !== "light" && system.matches),
    );
  system.onchange = apply;
  apply();
}
