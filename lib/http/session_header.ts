import { AppError } from "../errors.ts";

/** The visitor's session id of a call. Throws `bad_request` without one. */
export function sessionIdOf(req: Request): string {
  const session_id = req.headers.get("x-session-id");
  if (session_id) return session_id;
  throw new AppError(
    "bad_request",
    "Send the session id in the x-session-id header.",
  );
}
