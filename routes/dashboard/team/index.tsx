import { requireOwner } from "../../../lib/actor.ts";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { formOf, FormProblem } from "../../../components/ui/FormProblem.tsx";
import {
  InvitationRow,
  InviteForm,
} from "../../../components/team/Invitations.tsx";
import { MemberRow } from "../../../components/team/MemberRow.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { CodeBlock } from "../../../components/ui/CodeBlock.tsx";
import { TeamNameForm } from "../../../components/team/TeamNameForm.tsx";
import { Modal, ModalButton } from "../../../components/ui/Modal.tsx";
import { Pages } from "../../../components/ui/Pages.tsx";
import { Time } from "../../../components/ui/Time.tsx";
import CopyButton from "../../../islands/CopyButton.tsx";
import type { MemberCall } from "../../../lib/pages/access.ts";
import { dashboardPage } from "../../../lib/pages/page.ts";
import { parse } from "../../../lib/http/body.ts";
import { getMailStops } from "../../../lib/mail/stops.ts";
import type { MailStop } from "../../../lib/schemas/mail.ts";
import { TEAM_ACTIONS } from "../../../lib/pages/team.ts";
import { listQuery } from "../../../lib/schemas/common.ts";
import { listPasswordResets } from "../../../lib/team/password_links.ts";
import { listMembers } from "../../../lib/team/user_management.ts";
import { listPastInvitations } from "../../../lib/team/invitation_lists.ts";
import type { Frame } from "../../../lib/views/frame.ts";
import type { NewLink } from "../../../lib/views/team.ts";
import { handler, page } from "./$index.ts";

async function load(page: MemberCall) {
  const { app, actor, url } = page;
  const cursor = url.searchParams.get("cursor") ?? "";
  const invitations_cursor = url.searchParams.get("invitations_cursor") ?? "";
  const [member_query, invitation_query] = [cursor, invitations_cursor].map(
    (text) => parse(listQuery, { limit: 50, cursor: text || undefined }),
  );
  const [members, invitations, resets] = await Promise.all([
    listMembers(app, actor, member_query),
    listPastInvitations(app, actor, invitation_query),
    listResets(page),
  ]);
  const stops = await readStops(page, [...members.items, ...invitations.items]);
  const now = app.clock.now();
  return {
    ...{ members, invitations, resets, stops },
    ...{ cursor, invitations_cursor, now },
  };
}

/** The open password links; for owners. */
async function listResets({ app, actor }: MemberCall) {
  if (actor.role !== "owner") return [];
  const owner = requireOwner(actor);
  return (await listPasswordResets(app, owner, { limit: 100 })).items;
}

/** Why mail does not reach some of them, by address; for owners. */
async function readStops(
  { app, actor }: MemberCall,
  people: { email: string }[],
): Promise<Map<string, MailStop>> {
  if (actor.role !== "owner") return new Map();
  return await getMailStops(app, people.map(({ email }) => email));
}

export const handlers = handler(dashboardPage({
  load,
  actions: () => TEAM_ACTIONS,
}));

export default page(({ data }) => {
  const { frame, members, result: link, form } = data;
  const { is_owner } = frame;
  const isWhole = !data.cursor && !members.next_cursor;
  const invite = formOf(form, "invite");
  return (
    <DashboardPage
      frame={frame}
      title="Team"
      lead="Who works on your twins. Owners can do everything. Editors look after content, answers and conversations. Viewers can read everything but secrets."
      action={is_owner && (
        <ModalButton opens="invite" look="hero">Invite somebody</ModalButton>
      )}
      figure={{
        value: isWhole ? members.items.length : `${members.items.length}+`,
        label: members.items.length === 1 ? "member" : "members",
      }}
    >
      {!invite && <FormProblem error={form} />}
      {link && <CopyNewLink link={link} />}
      {is_owner && (
        <Modal id="invite" title="Invite somebody" open={invite !== null}>
          {invite && (
            <div class="mb-4">
              <FormProblem error={invite} />
            </div>
          )}
          <InviteForm form={invite} />
        </Modal>
      )}
      <Members data={data} isWhole={isWhole} />
      <Invitations data={data} />
      {is_owner && (
        <Card title="The team’s name">
          <TeamNameForm
            name={frame.me.tenant.name}
            form={formOf(form, "rename_team")}
          />
        </Card>
      )}
    </DashboardPage>
  );
});

type Data = Awaited<ReturnType<typeof load>> & { frame: Frame };

/** The query that keeps a list's pages on the same twin. */
function queryOf({ twin }: Frame): Record<string, string> {
  return twin ? { twin: twin.id } : {};
}

function Members({ data, isWhole }: { data: Data; isWhole: boolean }) {
  const { frame, members, resets, stops, now, cursor } = data;
  const owners = members.items.filter(({ role }) => role === "owner");
  const isLastOwner = (id: string) =>
    isWhole && owners.length === 1 && owners[0].id === id;
  return (
    <Card title="Members">
      <ul class="divide-y divide-line">
        {members.items.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            reset={resets.find(({ user_id }) => user_id === member.id)}
            stop={stops.get(member.email)}
            now={now}
            is_owner={frame.is_owner}
            isMe={member.id === frame.me.user.id}
            isLastOwner={isLastOwner(member.id)}
          />
        ))}
      </ul>
      <Pages
        of="members"
        query={queryOf(frame)}
        cursor={cursor}
        next_cursor={members.next_cursor}
      />
    </Card>
  );
}

function Invitations({ data }: { data: Data }) {
  const { frame, invitations, stops, invitations_cursor } = data;
  return (
    <Card title="Invitations">
      {invitations.items.length === 0
        ? (
          <p class="text-sm text-muted">
            Nobody has been invited recently.
          </p>
        )
        : (
          <ul class="divide-y divide-line">
            {invitations.items.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                is_owner={frame.is_owner}
                is_unreachable={stops.has(invitation.email)}
              />
            ))}
          </ul>
        )}
      <Pages
        of="invitations"
        name="invitations_cursor"
        query={queryOf(frame)}
        cursor={invitations_cursor}
        next_cursor={invitations.next_cursor}
      />
    </Card>
  );
}

function CopyNewLink({ link }: { link: NewLink }) {
  return (
    <Modal
      id="new-link"
      title="Copy the link now: it is shown only this once"
      open
      closedby="none"
    >
      <div class="space-y-4 text-sm">
        <p class="wrap-anywhere">{link.text}</p>
        <CodeBlock code={link.url} label="Link">
          <CopyButton text={link.url} label="Copy link" isPrimary />
        </CodeBlock>
        <p class="text-muted">
          {link.is_mailed
            ? "It is on its way by e-mail to "
            : "We send no e-mail: pass it on yourself to "}
          <bdi class="break-words">{link.to}</bdi>. It works once, until{" "}
          <Time at={link.expires_at} />.
        </p>
      </div>
    </Modal>
  );
}
