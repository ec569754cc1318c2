import { parseCookie, stringifySetCookie } from "cookie";
import { SESSION_MAX_MS } from "../accounts/sessions.ts";
import { TRIAL_MS } from "../trials/trials.ts";
import type { Config } from "../config/config.ts";

/** Where a cookie is sent, and how long it is kept, in seconds. */
type Scope = { path: string; max_age_s: number };

/** The value of a cookie in the request; null without one. */
export function readCookie(req: Request, name: string): string | null {
  return parseCookie(req.headers.get("cookie") ?? "")[name] || null;
}

/** The `Set-Cookie` value for one of our cookies: no script can read it, and other sites' forms do not send it. */
export function setCookie(
  { is_secure }: Config,
  name: string,
  value: string,
  { path, max_age_s }: Scope,
): string {
  return stringifySetCookie({
    name,
    value,
    path,
    maxAge: max_age_s,
    httpOnly: true,
    sameSite: "lax",
    secure: is_secure,
  });
}

function sessionName({ is_secure }: Config): string {
  return is_secure ? "__Host-twincast_session" : "twincast_session";
}

/** The session token in the request; null without one. */
export function readSessionCookie(req: Request, config: Config): string | null {
  return readCookie(req, sessionName(config));
}

/** The `Set-Cookie` value for a new session; null removes the cookie. */
export function sessionCookie(config: Config, token: string | null): string {
  return setCookie(config, sessionName(config), token ?? "", {
    path: "/",
    max_age_s: token === null ? 0 : SESSION_MAX_MS / 1000,
  });
}

const TRIAL = "twincast_trial";

/** The trial's token in the request; null without one. */
export function readTrialCookie(req: Request): string | null {
  const token = readCookie(req, TRIAL);
  return token && /^[A-Za-z0-9]{1,100}$/.test(token) ? token : null;
}

/** The `Set-Cookie` value for a trial; null removes the cookie. */
export function trialCookie(config: Config, token: string | null): string {
  return setCookie(config, TRIAL, token ?? "", {
    path: "/",
    max_age_s: token === null ? 0 : TRIAL_MS / 1000,
  });
}
