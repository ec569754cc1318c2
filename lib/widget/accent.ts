/** Sets the accent; the style sheet makes every other colour from this one. */
export function setAccent({ style }: HTMLElement, accent = ""): void {
  if (/^#[\da-f]{6}$/i.test(accent)) style.setProperty("--accent", accent);
}
