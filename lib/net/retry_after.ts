/** What is waited for a server that does not say how long. */
const USUAL_S = 10;

/**
 * In how many seconds a server asks to be asked again (RFC 9110, 10.2.3): one that is asked too often (429), or is busy
 * (503) and says how long; null for any other answer.
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
