import { sha256 } from "../crypto/secrets.ts";
import type { Finding } from "../schemas/finding.ts";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Creates a finding whose id is derived from its kind and contents: it has the same id each time it is found, and
 * another when what it is about changes.
 */
export function finding(
  found: Omit<Finding, "id">,
  mark: string = found.detail,
): Finding {
  const { kind, content_ids, message_id = "", source_id = "" } = found;
  const digest = sha256(
    JSON.stringify([kind, content_ids.toSorted(), message_id, source_id, mark]),
  );
  let id = "";
  for (let at = 0; at < 26; at++) {
    id += LETTERS[parseInt(digest.slice(2 * at, 2 * at + 2), 16) & 31];
  }
  return { id: `fnd_${id}`, ...found };
}

/** The beginning of a text, for quoting. */
export function short(text: string, most = 120): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
