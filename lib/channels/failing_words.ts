import type { OwnerWords } from "../accounts/owner_letters.ts";

/**
 * The letter to a team's owners when a channel begins to fail. `why` is in English, as on the Channels page, so other
 * languages introduce it as what was reported.
 */
export function failingWords(
  { twin, name, platform }: { twin: string; name: string; platform: string },
  why: string,
): OwnerWords {
  const named = { twin, channel: name, platform, why };
  return ({ line, label }) => ({
    subject: label("channel_fails", named),
    lines: [line("channel_silent", named), line("channel_meanwhile")],
    button: label("open_channels"),
  });
}
