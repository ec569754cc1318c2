import { useSignal } from "@preact/signals";
import { buttonLook } from "../components/ui/Button.tsx";

type Props = {
  text: string;
  label?: string;
  /** It is the page's main action. */
  isPrimary?: boolean;
};

/** Copies a text and confirms it. */
export default function CopyButton(
  { text, label = "Copy", isPrimary }: Props,
) {
  const state = useSignal<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      state.value = "copied";
    } catch {
      state.value = "failed";
    }
    setTimeout(() => state.value = "idle", 2_000);
  };
  return (
    <button
      type="button"
      onClick={copy}
      class={`${
        isPrimary
          ? buttonLook({})
          : "inline-flex min-h-9 items-center rounded-lg border border-line bg-raised px-3 text-sm hover:border-control-line"
      } noscript:hidden`}
    >
      <span aria-live="polite">
        {state.value === "copied"
          ? "Copied"
          : state.value === "failed"
          ? "Select and copy it by hand"
          : label}
      </span>
    </button>
  );
}
