import type { Context } from "../context.ts";
import { iso } from "../clock.ts";
import type { ShareLink } from "../schemas/share_link.ts";
import { randomBase62 } from "../crypto/secrets.ts";

/** A share token: 190 random bits. */
const TOKEN_LENGTH = 32;

/** A share link, off at first. */
export function newShareLink(app: Context, twin_id: string): ShareLink {
  return {
    twin_id,
    share_token: randomBase62(TOKEN_LENGTH),
    public_share_enabled: false,
    created_at: iso(app.clock.now()),
  };
}
