import { ChatPage } from "../../../components/ChatPage.tsx";
import Chat from "../../../islands/Chat.tsx";
import { askByLink } from "../../../lib/chat/channels.ts";
import { parse } from "../../../lib/http/body.ts";
import { collectAnswer } from "../../../lib/http/chat_response.ts";
import { publicPage, readFields } from "../../../lib/http/page.ts";
import { chatInput } from "../../../lib/schemas/chat.ts";
import type { PublicTwin } from "../../../lib/schemas/twin.ts";
import { requireShare } from "../../../lib/share_links.ts";
import { describeSession } from "../../../lib/sessions.ts";
import { viewPublicTwin } from "../../../lib/twins.ts";
import type { Utterance } from "../../../lib/widget/visitor_session.ts";
import { handler, page } from "./$[token].ts";

type Data = {
  twin: PublicTwin;
  path: string;
  said: Utterance[];
  session_id: string;
};

export const handlers = handler({
  GET: publicPage<Data>(async ({ app, params }) => {
    const { twin_id, token } = params;
    const { twin } = await requireShare(app, twin_id, token);
    return {
      data: {
        twin: viewPublicTwin(app, twin),
        path: `${twin_id}/${token}`,
        said: [],
        session_id: "",
      },
    };
  }),
  /** The conversation for a browser without scripts: a form that posts and shows the answer. */
  POST: publicPage<Data>(async ({ app, call, req, params }) => {
    const { twin_id, token } = params;
    const share = await requireShare(app, twin_id, token);
    const { message, suggested, session_id } = await readFields(req);
    const input = parse(chatInput, {
      message: suggested ?? message,
      ...(session_id ? { session_id } : {}),
    });
    const conversation = await askByLink(app, share, call.address, input);
    const answer = await collectAnswer(conversation, req.signal);
    const { messages } = await describeSession(app, answer.session_id);
    return {
      data: {
        twin: viewPublicTwin(app, share.twin),
        path: `${twin_id}/${token}`,
        said: messages,
        session_id: answer.session_id,
      },
    };
  }),
});

export default page(({ data: { twin, path, said, session_id } }) => (
  <ChatPage twin={twin}>
    <Chat
      twin={twin}
      chat={{ url: `/public/chat/${path}` }}
      session={{ url: "/public/session" }}
      leads={{ url: `/public/leads/${path}` }}
      said={said}
      session_id={session_id}
    />
  </ChatPage>
));
