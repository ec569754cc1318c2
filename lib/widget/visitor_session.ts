import { call, type Citation, type Endpoint } from "./chat_client.ts";

export type Utterance = {
  id: string;
  role: "visitor" | "twin";
  text: string;
  citations?: Citation[];
  created_at: string;
};

export type SessionStore = { get(): string; set(session_id: string): void };

/**
 * Remembers a session's id under a key: for the tab ("session"), the browser ("local") or the
 * page ("none", also where storage is forbidden). An empty id forgets.
 */
export function sessionStore(
  key: string,
  persist: "session" | "local" | "none" = "session",
): SessionStore {
  let memory = "";
  const storage = () =>
    persist === "none"
      ? null
      : persist === "local"
      ? localStorage
      : sessionStorage;
  return {
    get() {
      try {
        return memory || storage()?.getItem(key) || "";
      } catch {
        return memory;
      }
    },
    set(session_id) {
      memory = session_id;
      try {
        if (session_id) storage()?.setItem(key, session_id);
        else storage()?.removeItem(key);
      } catch {
        // Storage is forbidden or full: the page remembers.
      }
    },
  };
}

/** What was said in a session, oldest first. Throws `ChatError`, `not_found` once it has ended. */
export async function loadHistory(
  endpoint: Endpoint,
  session_id: string,
): Promise<Utterance[]> {
  const response = await call(endpoint, {
    headers: { "x-session-id": session_id },
  });
  const session: { messages: Utterance[] } = await response.json();
  return session.messages;
}

/** Ends a session on the server, which deletes its messages. */
export async function endSession(
  endpoint: Endpoint,
  session_id: string,
): Promise<void> {
  await call(endpoint, {
    method: "DELETE",
    headers: { "x-session-id": session_id },
    keepalive: true,
  });
}
