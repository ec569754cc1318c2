import { regenerateShareLink, setSharing } from "../share_links.ts";
import type { Action } from "./page.ts";

/** Every form of the page Share Links, by its `action`; the answer says what was done. */
export function shareActions(twin_id: string): Record<string, Action<string>> {
  return {
    async share({ app, owner }) {
      await setSharing(app, owner, twin_id, true);
      return "Your twin is public: whoever has the link may talk to it.";
    },
    async unshare({ app, owner }) {
      await setSharing(app, owner, twin_id, false);
      return "Sharing is off. The link does not work until you turn it on again.";
    },
    async regenerate({ app, owner }) {
      await regenerateShareLink(app, owner, twin_id);
      return "Here is the new link. The old one has ended.";
    },
  };
}
