import { DashboardPage } from "../../../components/DashboardPage.tsx";
import { Exchange } from "../../../components/Exchange.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { answerPath } from "../../../components/WaitingList.tsx";
import { Badge } from "../../../components/ui/Badge.tsx";
import { Button } from "../../../components/ui/Button.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { getTranscript, setBlocked } from "../../../lib/conversations.ts";
import { type Frame, loadTwinFrame } from "../../../lib/http/dashboard.ts";
import {
  type Action,
  type FormError,
  memberPage,
  runAction,
} from "../../../lib/http/page.ts";
import type { TranscriptView } from "../../../lib/schemas/chat.ts";
import { handler, page } from "./$[conversation_id].ts";

type Data = {
  frame: Frame;
  twin_id: string;
  talk: TranscriptView;
  error: FormError | null;
};

function blockActions(
  twin_id: string,
  conversation_id: string,
): Record<string, Action<unknown>> {
  return {
    block: ({ app, owner }) =>
      setBlocked(app, owner, twin_id, conversation_id, true),
    unblock: ({ app, owner }) =>
      setBlocked(app, owner, twin_id, conversation_id, false),
  };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => {
    const { app, actor, params } = page;
    const frame = await loadTwinFrame(page);
    const twin_id = frame.twin.id;
    const talk = await getTranscript(
      app,
      actor,
      twin_id,
      params.conversation_id,
    );
    return { data: { frame, twin_id, talk, error: null } };
  }),
  POST: memberPage<Data>(async (page) => {
    const { app, actor, params: { conversation_id } } = page;
    const frame = await loadTwinFrame(page);
    const twin_id = frame.twin.id;
    const { error } = await runAction(
      page,
      blockActions(twin_id, conversation_id),
    );
    const talk = await getTranscript(app, actor, twin_id, conversation_id);
    return {
      data: { frame, twin_id, talk, error },
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

export default page(({ data: { frame, twin_id, talk, error } }) => {
  const is_owner = frame.me.user.role === "owner";
  return (
    <DashboardPage
      frame={frame}
      title="Conversation"
      lead={talk.channel === "key"
        ? "By an API key: your site or your server."
        : "By your share link."}
    >
      <p>
        <a
          class="text-accent underline"
          href={`/dashboard/conversations?twin=${twin_id}`}
        >
          All conversations
        </a>
      </p>
      <FormProblem error={error} />
      <Card>
        <ol class="space-y-6">
          {talk.exchanges.map((exchange) => (
            <li key={exchange.id}>
              <Exchange
                exchange={exchange}
                answer_path={is_owner
                  ? answerPath(twin_id, exchange.question)
                  : null}
              />
            </li>
          ))}
        </ol>
      </Card>
      {is_owner && (
        <form method="post" class="flex flex-wrap items-center gap-4">
          {talk.blocked
            ? (
              <>
                <Badge look="bad">Blocked</Badge>
                <Button look="plain" name="action" value="unblock">
                  Let this visitor speak again
                </Button>
              </>
            )
            : (
              <Button look="danger" name="action" value="block">
                Block this visitor
              </Button>
            )}
        </form>
      )}
    </DashboardPage>
  );
});
