/**
 * Whether a key still belongs to an input method, such as the Enter that chooses a character in
 * Chinese or Japanese. Safari sends that Enter after the composition has ended, as key code 229.
 */
export function isComposing(
  { isComposing, keyCode }: Pick<KeyboardEvent, "isComposing" | "keyCode">,
): boolean {
  return isComposing || keyCode === 229;
}
