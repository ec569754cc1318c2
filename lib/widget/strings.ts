/** Every word of the chat's interface. `{time}` is filled in by `explain`. */
export const english = {
  lang: "en",
  dir: "ltr",
  open: "Open chat",
  close: "Close chat",
  reset: "Start again",
  messages: "Messages",
  placeholder: "Write a message",
  send: "Send",
  stop: "Stop",
  you: "You",
  ai: "AI",
  sources: "Sources",
  copy: "Copy",
  copied: "Copied",
  privacy: "Privacy",
  retry: "Try again",
  limited: "That was a lot at once. You can go on at {time}.",
  ended: "This chat is not available here any more.",
  offline: "You seem to be offline.",
  network: "The connection was lost.",
  too_long: "This message is too long.",
  failed: "That did not work.",
};

export type Strings = typeof english;
