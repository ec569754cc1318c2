import { useSignal } from "@preact/signals";
import type { ComponentProps } from "preact";
import { useEffect } from "preact/hooks";
import { Field } from "../components/ui/Field.tsx";

type Props = Omit<ComponentProps<typeof Field>, "type" | "multiline">;

/** A password that a button shows and hides, if scripts run. */
export default function PasswordField(props: Props) {
  const isShown = useSignal(false);
  const isScripted = useSignal(false);
  useEffect(() => {
    isScripted.value = true;
  }, []);
  return (
    <div class="relative">
      <Field {...props} type={isShown.value ? "text" : "password"} />
      {isScripted.value && (
        <button
          type="button"
          onClick={() => isShown.value = !isShown.value}
          class="absolute -top-0.5 end-0 min-h-6 rounded px-1 text-sm text-accent underline"
        >
          {isShown.value ? "Hide" : "Show"}
          <span class="sr-only">the password</span>
        </button>
      )}
    </div>
  );
}
