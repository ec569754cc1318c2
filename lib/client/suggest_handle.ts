import { normalForm } from "../normal_form.ts";

/** The handle closest to a name; empty if it has too few of a to z and digits. */
export function suggestHandle(name: string): string {
  const handle = normalForm(name.toLowerCase(), "NFKD").replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, 30)
    .replace(/-$/, "");
  return handle.length < 3 ? "" : handle;
}
