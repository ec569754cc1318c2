import { isSaid } from "../schemas/twin.ts";
import type { Strings } from "../client/strings.ts";

type Words = { greeting: string; disclosure: string };

/**
 * A twin's introduction in a visitor's language: the default text where the owner has not changed it, otherwise the
 * owner's own. `first` is the English default.
 */
export function inLanguage<T extends Words & { name: string }>(
  twin: T,
  first: Words,
  strings: Strings | null,
): T {
  if (!strings) return twin;
  const told = (field: keyof Words) =>
    isSaid(twin[field], first[field])
      ? strings[field].replaceAll("{name}", () => twin.name)
      : twin[field];
  return {
    ...twin,
    greeting: told("greeting"),
    disclosure: told("disclosure"),
  };
}
