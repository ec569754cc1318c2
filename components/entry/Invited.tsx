import type { Role } from "../../lib/schemas/common.ts";
import type { FormState } from "../../lib/views/form.ts";
import type { ComponentChildren } from "preact";
import { PasswordOwner } from "./PasswordFields.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

/** An open invitation, and who is looking at it. */
export type InvitedPerson = {
  token: string;
  tenant_name: string;
  email: string;
  role: Role;
  /** The signed-in account. */
  actor_email: string | null;
};

const AS_ROLE = {
  owner: "an owner, who can do everything.",
  editor: "an editor, who can change content, answers and conversations.",
  viewer: "a viewer, who can read everything but secrets.",
} satisfies Record<Role, string>;

type Props = {
  person: InvitedPerson;
  form: FormState | null;
  /** The new password field. */
  password: ComponentChildren;
};

/** What the invitation is for, and how this reader can accept it. */
export function Invited({ person, form, password }: Props) {
  const { tenant_name, email, role, actor_email } = person;
  return (
    <>
      <p>
        Join <bdi class="font-semibold break-words">{tenant_name}</bdi> as{" "}
        {AS_ROLE[role]}
      </p>
      <p class="text-sm text-muted">
        For <span class="font-medium break-all">{email}</span>
      </p>
      {actor_email === email
        ? (
          <form method="post">
            <Button class="w-full">Join the team</Button>
          </form>
        )
        : (
          <>
            <NewAccount {...{ person, form, password }} />
            <LogIn token={person.token} />
          </>
        )}
    </>
  );
}

/** Offered to everybody: the page does not reveal to the link's maker whether the e-mail has an account. */
function LogIn({ token }: { token: string }) {
  return (
    <p class="text-sm text-muted">
      Do you have an account with this e-mail already?{" "}
      <a
        class="text-accent underline"
        href={`/login?next=${encodeURIComponent(`/invite/${token}`)}`}
      >
        Log in to accept
      </a>
    </p>
  );
}

function NewAccount(
  { person: { email, actor_email }, form, password }: Props,
) {
  return (
    <form method="post" class="space-y-4">
      {actor_email && (
        <p class="text-sm">
          You are logged in as{" "}
          <span class="break-all">{actor_email}</span>. This creates another
          account and logs you in to it.
        </p>
      )}
      <PasswordOwner email={email} />
      <Field
        label="Your name"
        name="name"
        autocomplete="name"
        required
        maxLength={100}
        dir="auto"
        error={form}
      />
      {password}
      <Button class="w-full">Join the team</Button>
    </form>
  );
}
