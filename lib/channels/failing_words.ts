import type { OwnerWords } from "../accounts/owner_letters.ts";

/**
 * What a team's owners are written where a channel has begun to fail. `why` is in English, as the page Channels shows
 * it too, so each other language names it as what was reported.
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
