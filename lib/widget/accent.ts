/** Sets the accent; the style sheet derives every other colour from it. */
export function setAccent({ style }: HTMLElement, accent = ""): void {
  if (/^#[\da-f]{6}$/i.test(accent)) style.setProperty("--accent", accent);
}
