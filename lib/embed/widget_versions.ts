import { createHash } from "node:crypto";
import { keys } from "../store/keys.ts";
import { commit } from "../store/commit.ts";

/** A build of the widget: its version as used in URLs, and its `integrity` hash. */
export type WidgetVersion = { version: string; integrity: string };

/** The version of a widget's file, derived from its bytes alone. */
export function widgetVersion(bytes: Uint8Array): WidgetVersion {
  const hash = createHash("sha384").update(bytes).digest();
  return {
    version: hash.toString("hex").slice(0, 16),
    integrity: `sha384-${hash.toString("base64")}`,
  };
}

/** Stores a version: a page that has pinned it gets it after any later update too. */
export async function keepWidgetVersion(
  kv: Deno.Kv,
  bytes: Uint8Array,
): Promise<void> {
  const key = keys.widgetVersion(widgetVersion(bytes).version);
  // A second instance starting at the same time stores the same bytes.
  await commit(kv.atomic().check({ key, versionstamp: null }).set(key, bytes));
}

/** The file of a stored version; null if there is none. */
export async function getWidgetVersion(
  kv: Deno.Kv,
  version: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = keys.widgetVersion(version);
  return (await kv.get<Uint8Array<ArrayBuffer>>(key)).value;
}
