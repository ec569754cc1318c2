import type { FormState } from "../../lib/views/form.ts";
import PasswordField from "../../islands/PasswordField.tsx";

/** Whose password a form sets, for password managers; nameless, so that it is not sent. */
export function PasswordOwner({ email }: { email: string }) {
  return (
    <input
      type="email"
      autocomplete="username"
      value={email}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
      class="sr-only"
    />
  );
}

type Props = { label: string; hint: string; error: FormState | null };

/** A password to be chosen. */
export function NewPassword({ label, hint, error }: Props) {
  return (
    <PasswordField
      label={label}
      name="password"
      autocomplete="new-password"
      required
      minLength={12}
      maxLength={200}
      hint={hint}
      error={error}
    />
  );
}
