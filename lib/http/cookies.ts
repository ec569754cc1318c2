import { SESSION_MAX_MS } from "../accounts/sessions.ts";

function cookieName(is_secure: boolean): string {
  return is_secure ? "__Host-twincast_session" : "twincast_session";
}

/** The session token a browser sent; null without one. */
export function readSessionCookie(
  req: Request,
  is_secure: boolean,
): string | null {
  const name = cookieName(is_secure);
  for (const part of (req.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return null;
}

/** The `Set-Cookie` value for a new session, or with null for none any more. */
export function sessionCookie(
  token: string | null,
  is_secure: boolean,
): string {
  const max_age = token === null ? 0 : SESSION_MAX_MS / 1000;
  return `${cookieName(is_secure)}=${
    token ?? ""
  }; Path=/; Max-Age=${max_age}; HttpOnly; SameSite=Lax${
    is_secure ? "; Secure" : ""
  }`;
}
