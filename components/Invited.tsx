import type { FormError } from "../lib/pages/page.ts";
import { NewPassword, PasswordOwner } from "./PasswordFields.tsx";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";

/** An open invitation, and who looks at it. */
export type InvitedPerson = {
  token: string;
  tenant_name: string;
  email: string;
  role: "owner" | "viewer";
  has_account: boolean;
  /** Whoever is signed in. */
  actor_email: string | null;
};

type Props = { person: InvitedPerson; error: FormError | null };

/** What the invitation is for, and the way to accept it that fits the reader. */
export function Invited({ person, error }: Props) {
  const { tenant_name, email, role, has_account, actor_email } = person;
  return (
    <>
      <p>
        Join <bdi class="font-semibold break-words">{tenant_name}</bdi> as{" "}
        {role === "owner"
          ? "an owner, who may do all."
          : "a viewer, who may read all but secrets."}
      </p>
      <p class="text-sm text-muted">
        For <span class="font-medium break-all">{email}</span>
      </p>
      {has_account && actor_email === email && (
        <form method="post">
          <Button class="w-full">Join the team</Button>
        </form>
      )}
      {has_account && actor_email !== email && <LogIn person={person} />}
      {!has_account && <NewAccount person={person} error={error} />}
    </>
  );
}

function LogIn({ person: { token, actor_email } }: { person: InvitedPerson }) {
  return (
    <div class="space-y-3">
      <p class="text-sm">
        {actor_email
          ? (
            <>
              You are logged in as{" "}
              <span class="break-all">{actor_email}</span>. Log in with the
              invited account to accept.
            </>
          )
          : "This e-mail has an account. Log in with it to accept."}
      </p>
      <a
        class="inline-flex min-h-10 w-full items-center justify-center rounded-lg bg-linear-to-br from-brand-600 to-purple-600 px-4 text-sm font-medium text-white"
        href={`/login?next=${encodeURIComponent(`/invite/${token}`)}`}
      >
        Log in
      </a>
    </div>
  );
}

function NewAccount({ person: { email, actor_email }, error }: Props) {
  return (
    <form method="post" class="space-y-4">
      {actor_email && (
        <p class="text-sm">
          You are logged in as{" "}
          <span class="break-all">{actor_email}</span>. This makes another
          account, and you go on as that one.
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
        error={error}
      />
      <NewPassword
        label="Password"
        hint="At least 12 characters. Four random words are a good one."
        error={error}
      />
      <Button class="w-full">Join the team</Button>
    </form>
  );
}
