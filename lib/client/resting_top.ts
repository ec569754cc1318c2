/** The space left above the question, in pixels. */
const GAP = 12;

/**
 * How far to scroll a conversation's box: to the end if the last question and its answer fit, otherwise to their
 * beginning. A long question is cut off at its beginning, to a third of the box.
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
