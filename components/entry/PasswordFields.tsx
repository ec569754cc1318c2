/** The account whose password a form sets, for password managers; nameless, so it is not sent. */
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

/** Attributes of a new password field. */
export const NEW_PASSWORD = {
  name: "password",
  autocomplete: "new-password",
  required: true,
  minLength: 12,
  maxLength: 200,
} as const;
