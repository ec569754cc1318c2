import type { FormState } from "../views/form.ts";

/** The tabs of the settings. */
export const SETTINGS_TABS = [
  "profile",
  "voice",
  "privacy",
  "server",
  "danger",
] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** The tabs for owners only. */
export const OWNERS_TABS: ReadonlySet<SettingsTab> = new Set(
  ["server", "danger"] as const,
);

/** The tab of each form that is not on the first, by action. */
const TAB_OF: Record<string, SettingsTab> = {
  connect_model: "voice",
  check_model: "voice",
  remove_model: "voice",
  set_voice: "voice",
  set_meaning: "voice",
  sample: "voice",
  privacy: "privacy",
  retention: "privacy",
  export_person: "privacy",
  erase_person: "privacy",
  delete: "danger",
};

/** The tab to show: that of the submitted form, otherwise the requested one, otherwise the first. */
export function settingsTab(
  asked: string | null,
  form: FormState | null,
): SettingsTab {
  if (form) return TAB_OF[form.action] ?? "profile";
  return SETTINGS_TABS.find((tab) => tab === asked) ?? "profile";
}
