/** The longest address that is taken, in UTF-16 units (sitemaps.org: 2,048). */
const LONGEST = 2_048;

/** A web address as it is asked for, whole and without its fragment; null where there is none. */
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
