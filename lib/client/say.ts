/** A sentence with values put into its `{places}`, as they are. */
export function say(
  sentence: string,
  values: Record<string, string | number>,
): string {
  return sentence.replace(
    /\{(\w+)\}/g,
    (all, name) => Object.hasOwn(values, name) ? String(values[name]) : all,
  );
}
