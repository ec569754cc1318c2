/** How much each channel adds to a colour's luminance (WCAG 2). */
const WEIGHTS = [0.2126, 0.7152, 0.0722];

/** Sets the accent, a second colour to blend into, and the colour of text on both. */
export function setAccent({ style }: HTMLElement, accent = ""): void {
  if (!/^#[\da-f]{6}$/i.test(accent)) accent = "#4f46e5";
  const luminance = WEIGHTS.reduce((sum, weight, at) => {
    const channel = parseInt(accent.slice(2 * at + 1, 2 * at + 3), 16) / 255;
    return sum + weight * channel ** 2.2;
  }, 0);
  // Above this black reads better than white, at 4.5 : 1 or more.
  const isLight = luminance > 0.18;
  style.setProperty("--accent", accent);
  style.setProperty("--far", isLight ? "#fff" : "#93e");
  style.setProperty("--on", isLight ? "#000" : "#fff");
}
