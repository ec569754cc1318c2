/** Left free above what was asked, in pixels. */
const GAP = 12;

/**
 * How far down a conversation's box is scrolled for its reader: to the end where what was `asked` last and its answer
 * fit, and otherwise to where they begin. A long question is cut off at its beginning, to a third of the box.
 */
export function restingTop(
  box: HTMLElement,
  asked?: HTMLElement | null,
): number {
  const { scrollHeight, clientHeight } = box;
  const start = asked
    ? asked.offsetTop +
      Math.max(0, asked.offsetHeight - clientHeight / 3) - GAP
    : scrollHeight;
  return Math.min(scrollHeight - clientHeight, start);
}
