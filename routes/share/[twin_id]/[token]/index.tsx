import { ChatPage } from "../../../../components/chat/ChatPage.tsx";
import { Toast } from "../../../../components/ui/Toast.tsx";
import Chat from "../../../../islands/Chat.tsx";
import {
  type PageCall,
  publicForm,
  publicPage,
} from "../../../../lib/pages/access.ts";
import { shareAction } from "../../../../lib/pages/share_page.ts";
import {
  type PublicTwinView,
  retentionOf,
} from "../../../../lib/schemas/twin.ts";
import { requireShare } from "../../../../lib/sharing/share_links.ts";
import { viewPublicTwin } from "../../../../lib/twins/twin_views.ts";
import type { FormState } from "../../../../lib/views/form.ts";
import type { FormChat } from "../../../../lib/views/form_chat.ts";
import { handler, page } from "./$index.ts";

type Data = {
  twin: PublicTwinView;
  path: string;
  share_url: string;
  nonce: string;
  retention_days: number;
  chat: FormChat | null;
  form: FormState | null;
};

async function load(page: PageCall) {
  const { app, call, params: { twin_id, token } } = page;
  const share = await requireShare(app, twin_id, token);
  const path = `${twin_id}/${token}`;
  const data = {
    twin: viewPublicTwin(app, share.twin),
    path,
    share_url: `${app.config.base_url}/share/${path}`,
    nonce: call.nonce,
    retention_days: retentionOf(share.twin),
  };
  // The dashboard shows it beside the link.
  call.frame_ancestors = "'self'";
  return { share, data };
}

export const handlers = handler({
  GET: publicPage<Data>(async (page) => {
    const { data } = await load(page);
    return { data: { ...data, chat: null, form: null } };
  }),
  POST: publicForm<Data>(async (page) => {
    const { share, data } = await load(page);
    const outcome = await shareAction(share, page.action)(page);
    if (outcome instanceof Response) return outcome;
    const { result: chat, form, ...answer } = outcome;
    return { data: { ...data, chat, form }, ...answer };
  }),
});

export default page((
  { data: { twin, path, share_url, nonce, retention_days, chat, form } },
) => (
  <ChatPage twin={twin} nonce={nonce} share_url={share_url}>
    {chat?.told && <Toast look="good">{chat.told}</Toast>}
    <Chat
      twin={twin}
      chat={{ url: `/public/chat/${path}` }}
      session={{ url: "/public/session" }}
      leads={retention_days > 0 ? { url: `/public/leads/${path}` } : null}
      retention_days={retention_days}
      ratings={{ url: `/public/ratings/${path}` }}
      said={chat?.said ?? []}
      session_id={chat?.session_id ?? ""}
      draft={form?.values.message}
      problem={form
        ? form.issues[0]?.message ?? form.detail ?? undefined
        : undefined}
    />
  </ChatPage>
));
