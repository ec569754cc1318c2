/** The wait for a server that does not say how long. */
const USUAL_S = 10;

/**
 * The number of seconds after which a server wants to be asked again (RFC 9110, 10.2.3): for rate limiting (429), or
 * if it is busy (503) and says how long; null for any other response.
 */
export function askedWait(
  { status, headers }: { status: number; headers: Record<string, string> },
  now_ms: number,
): number | null {
  const said = headers["retry-after"];
  if (status !== 429 && (status !== 503 || said === undefined)) return null;
  if (/^\s*\d{1,9}\s*$/.test(said ?? "")) return Number(said);
  const at_ms = Date.parse(said ?? "");
  if (Number.isNaN(at_ms)) return USUAL_S;
  return Math.max(0, Math.ceil((at_ms - now_ms) / 1_000));
}
