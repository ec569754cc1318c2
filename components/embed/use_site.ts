import { useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { lightSite, showLook } from "../../lib/embed/live_site.ts";
import { type EmbedFields, readWidgetOptions } from "../../lib/embed/look.ts";

/** Milliseconds after a change before the preview is redrawn. */
const REST_MS = 200;
/** A frame older than this gets a new ticket before its old one ends, in milliseconds. */
const FRESH_MS = 8 * 60_000;

/** The preview site, whose widget follows the choices after a pause. */
export function useSite(
  twin: { id: string; accent_color: string },
  fields: { value: EmbedFields },
) {
  const addressOf = ({ pin: _, ...look }: EmbedFields) =>
    `/dashboard/embed/preview?${new URLSearchParams({
      twin: twin.id,
      ...look,
    })}`;
  const frame = useRef<HTMLIFrameElement>(null);
  const address = useRef(addressOf(fields.value));
  /** "light" or "dark"; the reader's system theme if "". */
  const scheme = useSignal("");
  const shown = useRef({
    ...{ fields: fields.value, scheme: "", loaded_ms: Date.now() },
  });
  const reload = () => {
    // Not by `src`, which would add a history entry.
    frame.current?.contentWindow?.location.replace(addressOf(fields.value));
    shown.current = { fields: fields.value, scheme: "", loaded_ms: Date.now() };
    scheme.value = "";
  };
  const draw = () => {
    const { fields: before, loaded_ms, ...rest } = shown.current;
    const isSame = before === fields.value && rest.scheme === scheme.value;
    if (!frame.current || isSame) return;
    const isOfKey = before.key_id === fields.value.key_id &&
      Date.now() - loaded_ms < FRESH_MS;
    const look = readWidgetOptions(fields.value, twin);
    // A widget with the system's theme follows this site's theme here.
    const lit = { ...look, theme: look.theme ?? (scheme.value || undefined) };
    if (!isOfKey || !showLook(frame.current, lit)) return reload();
    lightSite(frame.current, scheme.value);
    shown.current = { fields: fields.value, scheme: scheme.value, loaded_ms };
  };
  useSignalEffect(() => {
    if (!fields.value || scheme.value === undefined) return;
    const timer = setTimeout(draw, REST_MS);
    return () => clearTimeout(timer);
  });
  return { frame, address: address.current, scheme, reload };
}
