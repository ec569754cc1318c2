/** Whose eyes a try-out answers for: the owner's, or a visitor's, of one channel if it is given. */
export type PreviewAs = { as: "owner" | "public"; channel?: string };

/** What an address asks for with `as` and `channel`. */
export function previewAsOf(url: URL): PreviewAs {
  if (url.searchParams.get("as") !== "public") return { as: "owner" };
  const channel = url.searchParams.get("channel") ?? "";
  return /^\w{1,100}$/.test(channel)
    ? { as: "public", channel }
    : { as: "public" };
}
