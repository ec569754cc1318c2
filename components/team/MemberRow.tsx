import type { MemberView, PasswordResetView } from "../../lib/schemas/team.ts";
import type { MailStop } from "../../lib/schemas/mail.ts";
import { MailStopped } from "./MailStopped.tsx";
import { ConfirmModal } from "../ui/ActionForm.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { ModalButton } from "../ui/Modal.tsx";
import { Select } from "../ui/Select.tsx";
import { Time } from "../ui/Time.tsx";

export const ROLES = [
  ["owner", "Owner"],
  ["editor", "Editor"],
  ["viewer", "Viewer"],
] as const;

type Props = {
  member: MemberView;
  /** The member's password link, if an owner made one. */
  reset: PasswordResetView | undefined;
  /** Why no mail reaches the member, if so. */
  stop: MailStop | undefined;
  now: number;
  /** The reader may change things. */
  is_owner: boolean;
  isMe: boolean;
  isLastOwner: boolean;
};

/** A member: who it is and, for owners, what can be changed. */
export function MemberRow(props: Props) {
  const { member, reset, stop, now, is_owner, isMe, isLastOwner } = props;
  return (
    <li class="space-y-3 py-4 first:pt-0">
      <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <Member {...props} />
        {is_owner && !isLastOwner
          ? (
            <form method="post" class="flex items-center gap-2">
              <input type="hidden" name="user_id" value={member.id} />
              <Select
                label={`Role of ${member.name}`}
                name="role"
                scope={member.id}
                isLabelHidden
                value={member.role}
                options={ROLES}
              />
              <Button look="plain" name="action" value="role">Save</Button>
            </form>
          )
          : <Badge>{member.role}</Badge>}
      </div>
      {is_owner && isLastOwner && (
        <p class="max-w-prose text-sm text-muted">
          The only owner. A team always keeps one, so that somebody can manage
          it: make another member an owner before {isMe ? "you" : "this one"}
          {" "}
          can take another role or leave.
        </p>
      )}
      {reset && <OpenReset reset={reset} />}
      {stop && is_owner && (
        <MailStopped
          {...{ stop, now }}
          user_id={member.id}
          is_me={isMe}
          can_resume={isMe || stop.reason === "bounce"}
        />
      )}
      {is_owner && (
        <Disclosure title="More" of={member.name}>
          <MemberTools member={member} isMe={isMe} isLastOwner={isLastOwner} />
        </Disclosure>
      )}
    </li>
  );
}

function Member({ member, isMe, now }: Props) {
  return (
    <div class="min-w-0 flex-1 basis-56">
      <p class="flex items-center gap-2">
        <bdi class="min-w-0 truncate font-medium" title={member.name}>
          {member.name}
        </bdi>
        {isMe && (
          <span class="shrink-0">
            <Badge>you</Badge>
          </span>
        )}
      </p>
      <p class="text-sm break-all text-muted">{member.email}</p>
      <p class="text-xs text-muted">
        {member.last_active_at
          ? (
            <>
              Active <Time at={member.last_active_at} now={now} />
            </>
          )
          : "Not logged in"}
      </p>
    </div>
  );
}

/** A link that sets this member's password until it is withdrawn. */
function OpenReset({ reset }: { reset: PasswordResetView }) {
  return (
    <form
      method="post"
      class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-sm"
    >
      <input type="hidden" name="user_id" value={reset.user_id} />
      <p class="min-w-0 flex-1 basis-56 text-muted">
        <bdi class="break-words">{reset.created_by}</bdi>{" "}
        made a password link. It opens until <Time at={reset.expires_at} />.
      </p>
      <Button look="plain" name="action" value="withdraw_reset">
        Withdraw the link
      </Button>
    </form>
  );
}

type ToolsProps = { member: MemberView; isMe: boolean; isLastOwner: boolean };

function MemberTools({ member, isMe, isLastOwner }: ToolsProps) {
  return (
    <div class="space-y-4 text-sm">
      <form method="post" class="flex flex-wrap items-center gap-3">
        <input type="hidden" name="user_id" value={member.id} />
        <input type="hidden" name="name" value={member.name} />
        <Button look="plain" name="action" value="reset">
          Make a password link
        </Button>
        <span class="min-w-0 flex-1 basis-56 text-muted">
          For a forgotten password. Works once, within 24 hours.
        </span>
      </form>
      {!isLastOwner && (
        <>
          <ModalButton
            opens={`remove-${member.id}`}
            look="danger"
            of={member.name}
          >
            {isMe ? "Leave this team" : "Remove from the team"}
          </ModalButton>
          <ConfirmModal
            id={`remove-${member.id}`}
            title={isMe ? "Leave this team?" : `Remove ${member.name}?`}
            does="remove"
            fields={{ user_id: member.id }}
            button={isMe ? "Leave" : "Remove"}
          >
            <p>
              {isMe
                ? "You are logged out at once. An owner can invite you again."
                : "Logged out at once. What this person made stays, and you can invite them again."}
            </p>
          </ConfirmModal>
        </>
      )}
    </div>
  );
}
