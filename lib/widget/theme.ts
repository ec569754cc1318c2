/** Sets the accent; the style sheet makes the gradient, and the text on it, from this one colour. */
export function setAccent({ style }: HTMLElement, accent = ""): void {
  if (/^#[\da-f]{6}$/i.test(accent)) style.setProperty("--accent", accent);
}
