/** The longest address accepted, in UTF-16 units (sitemaps.org: 2,048). */
const LONGEST = 2_048;

/** Resolves a web address, without its fragment; null if invalid. */
export function webAddress(text: string, base: string): string | null {
  if (text.length > LONGEST) return null;
  const url = URL.parse(text.trim(), base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = "";
  return url.href;
}

/** Each address once, up to `most`. */
export function webAddresses(
  texts: Iterable<string>,
  base: string,
  most: number,
): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const url = text.trim() && webAddress(text, base);
    if (url) found.add(url);
    if (found.size === most) break;
  }
  return [...found];
}
