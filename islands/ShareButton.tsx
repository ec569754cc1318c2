import { useSignal } from "@preact/signals";
import { Share2 } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { buttonLook } from "../components/ui/Button.tsx";

type Props = { url: string; title: string };

/** Passes a link to the system's share sheet; absent if the browser has none. */
export default function ShareButton({ url, title }: Props) {
  const canShare = useSignal(false);
  useEffect(() => {
    canShare.value = "share" in navigator;
  }, []);
  if (!canShare.value) return null;
  return (
    <button
      type="button"
      class={buttonLook({ look: "plain" })}
      // Closing the sheet is a change of mind, not an error.
      onClick={() => navigator.share({ url, title }).catch(() => {})}
    >
      <Share2 size={16} aria-hidden="true" /> Share…
    </button>
  );
}
