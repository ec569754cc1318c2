import type { FormError } from "../lib/http/page.ts";
import type { InvitationView } from "../lib/schemas/team.ts";
import { ROLES } from "./MemberRow.tsx";
import { Badge } from "./ui/Badge.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";
import { Select } from "./ui/Select.tsx";
import { Time } from "./ui/Time.tsx";

/** Invites an e-mail. */
export function InviteForm({ error }: { error: FormError | null }) {
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
        hint="You get a link to pass on, good for seven days."
        error={error}
      />
      <Select
        label="Role"
        name="role"
        value={error?.values.role ?? "viewer"}
        options={ROLES}
        hint="Can be changed later."
      />
      <p>
        <Button name="action" value="invite">Make the invitation</Button>
      </p>
    </form>
  );
}

type RowProps = { invitation: InvitationView; is_owner: boolean };

/** An invitation nobody has accepted yet. */
export function InvitationRow({ invitation, is_owner }: RowProps) {
  const { id, email, role, status, expires_at } = invitation;
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-4 first:pt-0">
      <div class="min-w-0 flex-1 basis-56">
        <p class="font-medium break-all">{email}</p>
        <p class="mt-1 flex flex-wrap items-center gap-2 text-xs text-muted">
          <Badge look={status === "pending" ? "good" : "warn"}>{status}</Badge>
          <Badge>{role}</Badge>
          <span>
            {status === "pending" ? "until" : "since"} <Time at={expires_at} />
          </span>
        </p>
      </div>
      {is_owner && (
        <form method="post" class="flex flex-wrap gap-2">
          <input type="hidden" name="invitation_id" value={id} />
          <Button look="plain" name="action" value="resend">
            New link<span class="sr-only">for {email}</span>
          </Button>
          <Button look="danger" name="action" value="withdraw">
            Withdraw<span class="sr-only">the one for {email}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
