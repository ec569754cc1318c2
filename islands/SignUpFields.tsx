import { useSignal } from "@preact/signals";
import { Field } from "../components/ui/Field.tsx";
import { typedBefore } from "../lib/client/typed_before.ts";
import type { FormState } from "../lib/views/form.ts";
import PasswordField from "./PasswordField.tsx";

type Name = "name" | "email" | "password" | "twin_name";

type Props = {
  form: FormState | null;
  /** The name of this browser's trial twin; empty without one. */
  tried: string;
};

const LEAST_PASSWORD = 12;

/** The problem with the input; empty if there is none. */
const CHECKS: Record<Name, (typed: string) => string> = {
  name: (typed) => typed.trim() ? "" : "Enter what people call you.",
  email: (typed) =>
    /^\S+@\S+\.\S+$/.test(typed.trim())
      ? ""
      : "This is not an e-mail address yet. It should look like ada@example.com.",
  password: (typed) => {
    const left = LEAST_PASSWORD - typed.length;
    if (left <= 0) return "";
    return left === 1 ? "One more character." : `${left} more characters.`;
  },
  twin_name: (typed) => typed.trim() ? "" : "Give your twin a name.",
};

/** The input of each field, and its attributes. */
function useFields({ form, tried }: Props) {
  const typed = (name: Name) => form?.values[name] ?? "";
  const first = (name: Name) => typedBefore(name) ?? typed(name);
  const called = first("twin_name") || tried;
  const values = useSignal({
    ...{ name: first("name"), email: first("email") },
    password: first("password"),
    twin_name: called || first("name"),
  });
  const left = useSignal<Partial<Record<Name, boolean>>>({});
  const isOwnName = useSignal(called !== "");
  const take = (name: Name, value: string) => {
    if (name === "twin_name") isOwnName.value = value !== "";
    const follows = name === "name" && !isOwnName.value;
    values.value = {
      ...values.value,
      [name]: value,
      ...follows ? { twin_name: value } : {},
    };
  };
  const stateOf = (name: Name): FormState | null => {
    const value = values.value[name];
    const message = left.value[name] ? CHECKS[name](value) : "";
    const is_new = value !== typed(name) || !form;
    const issues = message
      ? [{ path: name, message }]
      : is_new
      ? []
      : form.issues;
    return { action: "", detail: null, issues, values: { [name]: value } };
  };
  const field = (name: Name) => ({
    name,
    required: true,
    value: values.value[name],
    onInput: (event: InputEvent) =>
      take(name, (event.currentTarget as HTMLInputElement).value),
    onBlur: () => left.value = { ...left.value, [name]: true },
    onInvalid: (event: Event) => {
      event.preventDefault();
      left.value = { name: true, email: true, password: true, twin_name: true };
      const { form } = event.currentTarget as HTMLInputElement;
      form?.querySelector<HTMLInputElement>("input:invalid")?.focus();
    },
    error: stateOf(name),
  });
  return { values, field };
}

/**
 * The sign-up fields. They say what is missing once a field was left; the twin is named after its maker until someone
 * renames it. Without scripts they are plain fields.
 */
export default function SignUpFields({ form, tried }: Props) {
  const { values, field } = useFields({ form, tried });
  const missing = CHECKS.password(values.value.password);
  return (
    <>
      <Field
        {...field("name")}
        label="Your name"
        autocomplete="name"
        maxLength={100}
        dir="auto"
      />
      <Field
        {...field("email")}
        label="E-mail"
        type="email"
        autocomplete="email"
      />
      <PasswordField
        {...field("password")}
        label="Password"
        autocomplete="new-password"
        minLength={LEAST_PASSWORD}
        maxLength={200}
        hint={values.value.password && !missing
          ? "Long enough."
          : "At least 12 characters. Four random words are a good one."}
      />
      <Field
        {...field("twin_name")}
        label="Your twin’s name"
        maxLength={100}
        dir="auto"
        hint="What people will see. You can change it later."
      />
    </>
  );
}
