/** Estimates the tokens of a text: one per three bytes, which is more than most models count. */
export function estimateTokens(text: string): number {
  return Math.ceil(new TextEncoder().encode(text).length / 3);
}
