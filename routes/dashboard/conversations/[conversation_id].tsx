import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { Exchange } from "../../../components/chat/Exchange.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import { answerPath } from "../../../components/conversations/WaitingList.tsx";
import { Badge } from "../../../components/ui/Badge.tsx";
import {
  ActionButton,
  ConfirmModal,
} from "../../../components/ui/ActionForm.tsx";
import { BackLink } from "../../../components/ui/BackLink.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { ModalButton } from "../../../components/ui/Modal.tsx";
import { Time } from "../../../components/ui/Time.tsx";
import { listKeyNames } from "../../../lib/keys/api_keys.ts";
import { getTranscript } from "../../../lib/conversations/conversations.ts";
import { blockActions } from "../../../lib/pages/conversations.ts";
import type { MemberCall } from "../../../lib/pages/access.ts";
import type { TranscriptView } from "../../../lib/schemas/conversation.ts";
import type { TwinFrame } from "../../../lib/views/frame.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { handler, page } from "./$[conversation_id].ts";

async function load(
  { app, actor, params: { conversation_id } }: MemberCall,
  { twin }: TwinFrame,
) {
  const conversation = await getTranscript(
    app,
    actor,
    twin.id,
    conversation_id,
  );
  const { key_id } = conversation;
  const names = await listKeyNames(app, actor, key_id ? [key_id] : []);
  // The name of its key; null for the share link.
  const key_name = key_id && (names.get(key_id) ?? "A former key");
  return { conversation, key_name, now: app.clock.now() };
}

export const handlers = handler(twinPage({
  load,
  editor_actions: ({ twin }, { conversation_id }) =>
    blockActions(twin.id, conversation_id),
}));

export default page(({ data }) => {
  const { frame, conversation, key_name, now, form } = data;
  const twin_id = frame.twin.id;
  const can_edit = frame.can_edit;
  return (
    <DashboardPage
      frame={frame}
      title="Conversation"
      note={conversation.channel_id !== null
        ? "Through a channel."
        : key_name === null
        ? "Through your share link."
        : `With the key ${key_name}: your site or your server.`}
      figure={{
        value: conversation.messages,
        label: conversation.messages === 1 ? "question" : "questions",
      }}
    >
      <FormProblem error={form} />
      <div class="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm text-muted">
        <BackLink href={`/dashboard/conversations?twin=${twin_id}`}>
          All conversations
        </BackLink>
        <span>
          Began <Time at={conversation.started_at} />
        </span>
        <span>
          Last message <Time at={conversation.last_active_at} now={now} />
        </span>
        {conversation.blocked && <Badge look="bad">Blocked</Badge>}
      </div>
      <Transcript
        conversation={conversation}
        twin_id={twin_id}
        can_edit={can_edit}
      />
      {can_edit && <VisitorTools is_blocked={conversation.blocked} />}
    </DashboardPage>
  );
});

type TranscriptProps = {
  conversation: TranscriptView;
  twin_id: string;
  can_edit: boolean;
};

function Transcript({ conversation, twin_id, can_edit }: TranscriptProps) {
  const answerPathOf = (message: string) =>
    can_edit
      ? answerPath(twin_id, { talk: conversation.id, message, from: "talk" })
      : null;
  return (
    <Card title="What was said">
      {conversation.exchanges.length < conversation.messages && (
        <p class="mb-6 text-sm text-muted">
          Here are the last {conversation.exchanges.length} questions of{" "}
          {conversation.messages}
          .
        </p>
      )}
      <ol class="space-y-6">
        {conversation.exchanges.map((exchange) => (
          <li key={exchange.id}>
            <Exchange
              exchange={exchange}
              answer_path={answerPathOf(exchange.id)}
            />
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Actions on the visitor. */
function VisitorTools({ is_blocked }: { is_blocked: boolean }) {
  return (
    <>
      <div class="flex flex-wrap gap-3">
        {is_blocked
          ? (
            <ActionButton does="unblock" look="plain">
              Let this visitor speak again
            </ActionButton>
          )
          : (
            <ActionButton does="block" look="danger">
              Block this visitor
            </ActionButton>
          )}
        <ModalButton opens="erase" look="danger">
          Erase this visitor
        </ModalButton>
      </div>
      <ConfirmModal
        id="erase"
        title="Erase everything this visitor left?"
        does="erase"
        button="Erase for good"
      >
        <p class="text-sm text-muted">
          The questions, answers, ratings and the e-mail left in this
          conversation are deleted for good. The Activity page records how much
          was deleted, and nothing of what was said.
        </p>
      </ConfirmModal>
    </>
  );
}
