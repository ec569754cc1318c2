import { ChatPage } from "../../../../components/chat/ChatPage.tsx";
import { Toast } from "../../../../components/ui/Toast.tsx";
import Chat from "../../../../islands/Chat.tsx";
import { NO_CHAT } from "../../../../lib/pages/chat_form.ts";
import {
  type PageCall,
  publicForm,
  publicPage,
} from "../../../../lib/pages/thrown.ts";
import {
  runShareForm,
  type ShareFormResult,
} from "../../../../lib/pages/share_page.ts";
import {
  type PublicTwinView,
  retentionOf,
} from "../../../../lib/schemas/twin.ts";
import { requireShare } from "../../../../lib/sharing/share_links.ts";
import { viewPublicTwin } from "../../../../lib/twins/twin_views.ts";
import { handler, page } from "./$index.ts";

type Data = {
  twin: PublicTwinView;
  path: string;
  share_url: string;
  nonce: string;
  retention_days: number;
  chat: ShareFormResult;
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
    return { data: { ...data, chat: NO_CHAT } };
  }),
  POST: publicForm<Data>(async (page) => {
    const { share, data } = await load(page);
    const chat = await runShareForm(page, share);
    return {
      data: { ...data, chat },
      status: chat.error?.status,
      headers: chat.error?.headers,
    };
  }),
});

export default page((
  { data: { twin, path, share_url, nonce, retention_days, chat } },
) => (
  <ChatPage twin={twin} nonce={nonce} share_url={share_url}>
    {chat.done && <Toast look="good">{chat.done}</Toast>}
    <Chat
      twin={twin}
      chat={{ url: `/public/chat/${path}` }}
      session={{ url: "/public/session" }}
      leads={retention_days > 0 ? { url: `/public/leads/${path}` } : null}
      retention_days={retention_days}
      ratings={{ url: `/public/ratings/${path}` }}
      said={chat.said}
      session_id={chat.session_id}
      draft={chat.draft}
      problem={chat.error?.issues[0]?.message ?? chat.error?.detail}
    />
  </ChatPage>
));
