import { askByLink } from "../lib/chat/ask.ts";
import { createContent } from "../lib/content/content.ts";
import { collectAnswer } from "../lib/http/chat_response.ts";
import { requireShare, setSharing } from "../lib/sharing/share_links.ts";
import { found, openDomain } from "./stores.ts";

/** A domain with a shared twin of one item. `say` asks it by its link, each time from another address. */
export async function openSharedTwin(env?: Record<string, string>) {
  const domain = await openDomain({ env });
  const { app } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  await createContent(app, owner, twin_id, {
    title: "Tea",
    body: "I drink oolong tea every morning at seven.",
    visibility: "public",
  });
  const { share_token } = await setSharing(app, owner, twin_id, true);
  let visitors = 0;
  const say = async (message: string, session_id?: string) => {
    const share = await requireShare(app, twin_id, share_token);
    const address = `1.1.1.${++visitors}`;
    const asked = { message, session_id };
    const reply = await askByLink(app, share, { address }, asked);
    return await collectAnswer(reply, new AbortController().signal);
  };
  return { ...domain, owner, twin_id, say };
}
