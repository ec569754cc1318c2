import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { KeyOriginsView } from "../../lib/schemas/api_key.ts";
import type { OriginRow } from "../../lib/views/api_keys.ts";

/** How often, in milliseconds, the page polls for calls until one is allowed. */
const ASK_MS = 4_000;

type Uses = { uses: OriginRow[]; now: number };

/** Who called with a key in the last 7 days, polled until a call is allowed. */
export function useUses(key_id: string, first: Uses | null): Signal<Uses> {
  const seen = useSignal<Uses>(first ?? { uses: [], now: 0 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const isLive = seen.value.uses.some(({ allowed }) => allowed > 0);
      if (isLive) return;
      const response = document.visibilityState === "visible" &&
        await fetch(`/api-keys/${key_id}/origins`).catch(() => null);
      if (response && response.ok) {
        const { origins }: KeyOriginsView = await response.json();
        seen.value = { uses: origins.map(toRow), now: Date.now() };
      }
      timer = setTimeout(ask, ASK_MS);
    };
    timer = setTimeout(ask, first ? ASK_MS : 0);
    return () => clearTimeout(timer);
  }, [key_id]);
  return seen;
}

function toRow(use: KeyOriginsView["origins"][number]): OriginRow {
  const is_let_in = use.allowed > 0;
  return {
    ...use,
    is_let_in,
    can_allow: !is_let_in && /^https?:/.test(use.origin),
  };
}
