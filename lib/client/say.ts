/** Fills values into a sentence's `{places}`, unchanged. */
export function say(
  sentence: string,
  values: Record<string, string | number>,
): string {
  return sentence.replace(
    /\{(\w+)\}/g,
    (all, name) => Object.hasOwn(values, name) ? String(values[name]) : all,
  );
}
