import type { SessionStore } from "../../client/visitor_session.ts";
import { button, el } from "../dom.ts";
import type { Frame } from "../frame.ts";
import { icons } from "./icons.ts";
import type { Profile } from "./profile.ts";

/** The greeting beside the launcher. Answered or dismissed, it never comes again. */
export function createGreeting(
  frame: Frame,
  { twin, strings }: Profile,
  store: SessionStore,
): { greet(): void; leave(): void } {
  const leave = () => {
    if (!bubble.isConnected) return;
    bubble.remove();
    try {
      localStorage.setItem("twincast:greeted", "1");
    } catch {
      // Without storage it will appear again.
    }
  };
  const bubble = el(
    "div",
    "greet",
    { dir: "auto" },
    button("", twin.greeting, () => frame.open()),
    button("icon", strings.dismiss, leave, icons.close),
  );
  return {
    greet() {
      if (!frame.isOpen && !store.get()) frame.root.append(bubble);
    },
    leave,
  };
}
