/** Every word of the chat's interface; errors stand under their code. `{time}` is filled in. */
export const english = {
  lang: "en",
  dir: "ltr",
  open: "Open chat",
  close: "Close chat",
  reset: "Start again",
  messages: "Messages",
  write: "Write a message",
  send: "Send",
  stop: "Stop",
  you: "You",
  ai: "AI",
  source: "Source",
  copy: "Copy",
  copied: "Copied",
  privacy: "Privacy",
  retry: "Try again",
  rate_limited: "That was a lot at once. You can go on at {time}.",
  ended: "This chat is not available here any more.",
  offline: "You seem to be offline.",
  network: "The connection was lost.",
  payload_too_large: "This message is too long.",
  failed: "That did not work.",
};

export type Strings = typeof english;
