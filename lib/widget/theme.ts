const DEFAULT_ACCENT = "#4f46e5";

/** Whether black reads better on a colour than white does (WCAG 2 relative luminance). */
export function needsBlack(color: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16) / 255;
    return channel > 0.04045
      ? ((channel + 0.055) / 1.055) ** 2.4
      : channel / 12.92;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}

/** Sets the accent as custom properties, with a second colour that keeps text on both readable. */
export function setAccent(root: HTMLElement, wanted = ""): void {
  const accent = /^#[\da-f]{6}$/i.test(wanted) ? wanted : DEFAULT_ACCENT;
  const isLight = needsBlack(accent);
  root.style.setProperty("--accent", accent);
  root.style.setProperty("--accent-to", isLight ? "#fff" : "#9333ea");
  root.style.setProperty("--on-accent", isLight ? "#000" : "#fff");
}

/** Keeps the class `dark` in step with the theme, and with the system where it is `auto`. */
export function setTheme(root: HTMLElement, theme = "auto"): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () =>
    root.classList.toggle(
      "dark",
      theme === "dark" || (theme !== "light" && system.matches),
    );
  system.onchange = apply;
  apply();
}
