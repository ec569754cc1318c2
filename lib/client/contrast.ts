/** The WCAG 2 contrast of a colour, `#rrggbb`, with white: 1 to 21. */
function contrastWithWhite(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

/** White or black, whichever is readable on the colour: one of them always has 4.5 : 1. */
export function textOn(colour: string): "#ffffff" | "#000000" {
  return contrastWithWhite(colour) >= 4.5 ? "#ffffff" : "#000000";
}

/** Describes how visible and readable the widget's button is in a colour, `#rrggbb`. */
export function contrastInWords(
  colour: string,
): { isFine: boolean; words: string } {
  const white = contrastWithWhite(colour);
  const isOnWhite = white >= 4.5;
  const ratio = (isOnWhite ? white : 21 / white).toFixed(1);
  const text = `${
    isOnWhite ? "White" : "Black"
  } text on it has ${ratio} : 1, and is easy to read.`;
  if (white >= 3) return { isFine: true, words: text };
  return {
    isFine: false,
    words:
      `${text} The button itself hardly stands out on a white page. Choose a darker colour if yours is white.`,
  };
}
