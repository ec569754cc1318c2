import type { PreviewAs } from "../views/preview_as.ts";

/** The preview requested by an address with `as` and `channel`. */
export function previewAsOf(url: URL): PreviewAs {
  if (url.searchParams.get("as") !== "public") return { as: "owner" };
  const channel = url.searchParams.get("channel") ?? "";
  return /^\w{1,100}$/.test(channel)
    ? { as: "public", channel }
    : { as: "public" };
}
