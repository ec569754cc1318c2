/** Whose eyes a try-out answers for: the owner's, or a visitor's, of one channel if it is given. */
export type Eyes = { as: "owner" | "public"; channel?: string };

/** What an address asks for with `as` and `channel`. */
export function eyesOf(url: URL): Eyes {
  if (url.searchParams.get("as") !== "public") return { as: "owner" };
  const channel = url.searchParams.get("channel") ?? "";
  return /^\w{1,100}$/.test(channel)
    ? { as: "public", channel }
    : { as: "public" };
}
