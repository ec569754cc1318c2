import { call, type Citation, type Endpoint } from "./chat_client.ts";

export type Utterance = {
  id: string;
  role: "visitor" | "twin";
  text: string;
  citations?: Citation[];
  may_leave_email?: boolean;
  rating?: { rating: "up" | "down"; comment: string };
  created_at: string;
};

/** How long a session's id is remembered: in the tab, in the browser, or on the page only. */
export type Persist = "session" | "local" | "none";

export type SessionStore = {
  /** "" if none is known. */
  get(): string;
  /** "" forgets. */
  set(session_id: string): void;
};

/** Remembers a session's id under a key; without access to storage, the page remembers it. */
export function sessionStore(key: string, persist?: Persist): SessionStore {
  let known = "";
  const attempt = (use: (storage: Storage) => void) => {
    try {
      if (persist !== "none") {
        use(persist === "local" ? localStorage : sessionStorage);
      }
    } catch {
      // Forbidden or full.
    }
  };
  return {
    get() {
      if (!known) attempt((storage) => known = storage.getItem(key) ?? "");
      return known;
    },
    set(session_id) {
      known = session_id;
      attempt((storage) => storage.setItem(key, known));
    },
  };
}

/** Loads a session's messages, oldest first. Throws `ChatError`; `not_found` once it has ended. */
export async function loadHistory(
  endpoint: Endpoint,
  session_id: string,
): Promise<Utterance[]> {
  const response = await call(endpoint, {
    headers: { "x-session-id": session_id },
  });
  return (await response.json()).messages;
}

/** Ends a session on the server, which deletes its messages. */
export async function endSession(
  endpoint: Endpoint,
  session_id: string,
): Promise<void> {
  await call(endpoint, {
    method: "DELETE",
    headers: { "x-session-id": session_id },
  });
}
