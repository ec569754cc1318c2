/** The first known primary subtag, by weight and then by position (RFC 9110, 12.5.4); English if none is known. */
export function preferredLanguage(
  accept_language: string,
  isKnown: (language: string) => boolean,
): string {
  const wanted = accept_language.split(",").map((range) => {
    const [tag, ...parameters] = range.split(";");
    const weight = parameters.map((p) => /^\s*q=([\d.]+)\s*$/i.exec(p)?.[1]);
    return {
      language: tag.trim().toLowerCase().split(/[-_]/)[0],
      weight: Number(weight.find(Boolean) ?? 1),
    };
  }).filter(({ weight }) => weight > 0);
  return wanted.sort((a, b) => b.weight - a.weight)
    .find(({ language }) => language === "en" || isKnown(language))
    ?.language ?? "en";
}
