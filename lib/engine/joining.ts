import type { Token } from "./text/tokens.ts";

/** English question words that also join clauses: "what if I'm out when you come". */
const JOINING = new Set(["when", "where", "who", "how", "why"]);
/** Words that an indirect question follows, and words that begin one. */
const LEADS = new Set(
  ("and so but or then also plus please hi hello hey ok okay thanks know knows tell me us wonder wondering ask asking " +
    "sure see explain idea about of say remember on from till until since by for to with at exactly just is not")
    .split(" "),
);

/** Whether the English word here joins clauses and asks for nothing. */
export function joins(
  text: string,
  tokens: readonly Token[],
  place: number,
): boolean {
  const { form, start } = tokens[place];
  if (place < 2 || !JOINING.has(form)) return false;
  const before = tokens[place - 1];
  const is_new = /[^\s\p{L}\p{M}\p{N}'’]/u.test(text.slice(before.end, start));
  return !is_new && !LEADS.has(before.form);
}
