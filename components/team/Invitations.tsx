import type { FormState } from "../../lib/views/form.ts";
import type { PastInvitation } from "../../lib/schemas/team.ts";
import { ROLES } from "./MemberRow.tsx";
import { ActionButton, ConfirmModal } from "../ui/ActionForm.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { ModalButton } from "../ui/Modal.tsx";
import { Select } from "../ui/Select.tsx";
import { Time } from "../ui/Time.tsx";

/** Invites by e-mail. */
export function InviteForm({ form }: { form: FormState | null }) {
  return (
    <form
      method="post"
      class="space-y-4"
    >
      <Field
        label="E-mail"
        name="email"
        type="email"
        required
        maxLength={254}
        autocomplete="off"
        placeholder="ada@example.com"
        hint="They get a link that works for seven days."
        error={form}
      />
      <Select
        label="Role"
        name="role"
        value={form?.values.role ?? "viewer"}
        options={ROLES}
        hint="Can be changed later."
      />
      <p>
        <Button name="action" value="invite">Make the invitation</Button>
      </p>
    </form>
  );
}

const STATUS = {
  pending: ["good", "until"],
  expired: ["warn", "since"],
  accepted: ["accent", "on"],
  withdrawn: ["plain", "on"],
} as const;

type RowProps = {
  invitation: PastInvitation;
  is_owner: boolean;
  /** Mail to this address is stopped. */
  is_unreachable: boolean;
};

/** An invitation, what became of it and, while it is open, its actions. */
export function InvitationRow(
  { invitation, is_owner, is_unreachable }: RowProps,
) {
  const { email, role, status, at } = invitation;
  const [look, word] = STATUS[status];
  const isOpen = status === "pending" || status === "expired";
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4 first:pt-0">
      <div class="min-w-0 flex-1 basis-56">
        <p
          class={`break-all ${isOpen ? "font-medium" : "text-muted"}`}
        >
          {email}
        </p>
        <p class="mt-1 flex flex-wrap items-center gap-2 text-xs text-muted">
          <Badge look={look}>{status}</Badge>
          <Badge>{role}</Badge>
          <span>
            {word} <Time at={at} />
          </span>
        </p>
        {is_owner && isOpen && is_unreachable && (
          <p class="mt-2 max-w-prose text-sm">
            Mail to this address does not arrive. Check it for typos, or make a
            new link and pass it on yourself.
          </p>
        )}
      </div>
      {is_owner && isOpen && <InvitationTools invitation={invitation} />}
    </li>
  );
}

function InvitationTools({ invitation }: { invitation: PastInvitation }) {
  const { id, email } = invitation;
  return (
    <div class="flex flex-wrap gap-2">
      <ActionButton
        does="resend"
        fields={{ invitation_id: id }}
        look="plain"
        size="sm"
      >
        New link<span class="sr-only">for {email}</span>
      </ActionButton>
      <ModalButton
        opens={`withdraw-${id}`}
        look="danger"
        size="sm"
        of={email}
      >
        Withdraw
      </ModalButton>
      <ConfirmModal
        id={`withdraw-${id}`}
        title="Withdraw the invitation?"
        does="withdraw"
        fields={{ invitation_id: id }}
        button="Withdraw it"
      >
        <p class="text-sm wrap-anywhere">
          The link for <span class="font-medium">{email}</span>{" "}
          ends at once. You can invite this person again.
        </p>
      </ConfirmModal>
    </div>
  );
}
