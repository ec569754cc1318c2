/** Whether black reads better on a colour than white does; luminance as in WCAG 2, gamma 2.2. */
export function needsBlack(color: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18;
}

/** Sets the accent, a second colour to blend into, and the colour of text on both. */
export function setAccent({ style }: HTMLElement, accent = ""): void {
  if (!/^#[\da-f]{6}$/i.test(accent)) accent = "#4f46e5";
  const isLight = needsBlack(accent);
  style.setProperty("--accent", accent);
  style.setProperty("--far", isLight ? "#fff" : "#93e");
  style.setProperty("--on", isLight ? "#000" : "#fff");
}
