import { DAY, MINUTE } from "../clock.ts";
import { readCookie, setCookie } from "../http/cookies.ts";
import type { PageCall } from "./access.ts";

const NAME = "twincast_last";
/** Someone who returns within this time is still on the same visit. */
const VISIT_MS = 30 * MINUTE;
/** How long a visit is remembered. */
const KEPT_MS = 90 * DAY;

/**
 * The end of this browser's previous visit, in milliseconds since the epoch; null on its first. Records the current
 * one: the cookie holds the end of the previous visit and the latest moment of this one.
 */
export function noteVisit({ app, call, req }: PageCall): number | null {
  const now = app.clock.now();
  const [before, last] = (readCookie(req, NAME) ?? "").split(".")
    .map((text) => /^\d{1,15}$/.test(text) ? Number(text) : 0)
    .map((ms) => ms <= now && ms > now - KEPT_MS ? ms : 0);
  const ended = (last ?? 0) < now - VISIT_MS ? last ?? 0 : before;
  call.cookies.push(
    setCookie(app.config, NAME, `${ended}.${now}`, {
      path: "/dashboard",
      max_age_s: KEPT_MS / 1000,
    }),
  );
  return ended || null;
}
