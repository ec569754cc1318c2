import { EmbeddedChatPage } from "../../../components/chat/ChatPage.tsx";
import Chat from "../../../islands/Chat.tsx";
import { withLook } from "../../../lib/schemas/widget_look.ts";
import { chatWords, type Words } from "../../../lib/embed/words/words.ts";
import { inWords, pageWords } from "../../../lib/http/visitor_words.ts";
import { verifyApiKey } from "../../../lib/keys/verification.ts";
import { publicPage } from "../../../lib/pages/access.ts";
import { frameAncestors } from "../../../lib/keys/domains.ts";
import { type PublicTwinView, retentionOf } from "../../../lib/schemas/twin.ts";
import { mintTicket } from "../../../lib/keys/tickets.ts";
import { viewPublicTwin } from "../../../lib/twins/twin_views.ts";
import { handler, page } from "./$index.ts";

type Data = {
  words: Words;
  twin: PublicTwinView;
  nonce: string;
  ticket: string;
  ticket_url: string;
  retention_days: number;
  start_path: string;
};

export const handlers = handler({
  GET: publicPage<Data>(async ({ app, call, url, params }) => {
    const words = pageWords(call);
    const key_text = url.searchParams.get("key") ?? "";
    const live = await verifyApiKey(app, key_text, params.twin_id);
    const { ticket } = await mintTicket(app, live);
    call.frame_ancestors = frameAncestors(live.key.allowed_domains);
    const query = new URLSearchParams({ key: key_text });
    return {
      data: {
        words,
        twin: inWords(
          withLook(viewPublicTwin(app, live.twin), live.key.appearance),
          words,
        ),
        nonce: call.nonce,
        ticket,
        retention_days: retentionOf(live.twin),
        start_path: `?${query}`,
        ticket_url: `/embed/${live.twin.id}/ticket?${query}`,
      },
    };
  }),
});

export default page(({ data: { twin, words, nonce, ticket, ...paths } }) => (
  <EmbeddedChatPage {...{ twin, words, nonce }}>
    <Chat
      twin={twin}
      words={chatWords(words)}
      chat={{
        url: `/chat-widget/${twin.id}`,
        headers: { authorization: `Bearer ${ticket}` },
      }}
      session={{ url: `/chat-widget/${twin.id}/session` }}
      leads={paths.retention_days > 0
        ? { url: `/chat-widget/${twin.id}/leads` }
        : null}
      ratings={{ url: `/chat-widget/${twin.id}/ratings` }}
      {...paths}
    />
  </EmbeddedChatPage>
));
