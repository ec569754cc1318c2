/** A redirect after a change (303) or to a page. `path` is one of ours. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** `next` if it is a path on this site, otherwise `fallback`. */
export function safeNext(
  next: string | null | undefined,
  fallback: string,
): string {
  if (!next?.startsWith("/")) return fallback;
  const base = "http://this.site.invalid";
  // Resolved as a browser would: `//evil.com`, `/\evil.com` and a tab in between leave this site.
  const url = URL.parse(next, base);
  if (url?.origin !== base) return fallback;
  return url.pathname.startsWith("//")
    ? fallback
    : url.pathname + url.search + url.hash;
}
