import { isSaid } from "../schemas/twin.ts";
import type { Strings } from "../client/strings.ts";

type Words = { greeting: string; disclosure: string };

/**
 * What a twin says of itself to a visitor of a language: the first words that nobody has changed in that language, an
 * owner's own as they are written. `first` is what it says in English until someone writes better.
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
