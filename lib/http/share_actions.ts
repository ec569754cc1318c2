import { regenerateShareLink, setSharing } from "../share_links.ts";
import { done } from "./done.ts";
import type { Action } from "./page.ts";

/** Every form of the page Share Links, by its `action`. */
export function shareActions(twin_id: string): Record<string, Action> {
  return {
    async share(page) {
      await setSharing(page.app, page.owner, twin_id, true);
      return done(
        page,
        "Your twin is public: whoever has the link may talk to it.",
      );
    },
    async unshare(page) {
      await setSharing(page.app, page.owner, twin_id, false);
      return done(
        page,
        "Sharing is off. The link does not work until you turn it on again.",
        { undo: { fields: { action: "share" } } },
      );
    },
    async regenerate(page) {
      await regenerateShareLink(page.app, page.owner, twin_id);
      return done(page, "Here is the new link. The old one has ended.");
    },
  };
}
