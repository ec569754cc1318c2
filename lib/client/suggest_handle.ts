import { normalForm } from "../normal_form.ts";

/** The handle that a name comes closest to; empty where it holds too few of a to z and digits. */
export function suggestHandle(name: string): string {
  const handle = normalForm(name.toLowerCase(), "NFKD").replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, 30)
    .replace(/-$/, "");
  return handle.length < 3 ? "" : handle;
}
