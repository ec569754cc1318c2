import type { PreviewAs } from "../views/preview_as.ts";

/** What an address asks for with `as` and `channel`. */
export function previewAsOf(url: URL): PreviewAs {
  if (url.searchParams.get("as") !== "public") return { as: "owner" };
  const channel = url.searchParams.get("channel") ?? "";
  return /^\w{1,100}$/.test(channel)
    ? { as: "public", channel }
    : { as: "public" };
}
