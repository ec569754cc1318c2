import type { SessionStore } from "../../client/visitor_session.ts";
import { button, el } from "../dom.ts";
import type { Frame } from "../frame.ts";
import { icons } from "./icons.ts";
import type { Profile } from "./profile.ts";

/** Shows the greeting beside the launcher, once a visitor: answered or sent away, it never comes again. */
export function greeter(
  frame: Frame,
  { twin, strings }: Profile,
  store: SessionStore,
): () => void {
  return () => {
    if (frame.isOpen || store.get()) return;
    const leave = () => {
      bubble.remove();
      try {
        localStorage.setItem("twincast:greeted", "1");
      } catch {
        // Storage is forbidden: it will be said again.
      }
    };
    const bubble = el(
      "div",
      "greet",
      { dir: "auto" },
      button("", twin.greeting, () => {
        leave();
        frame.open();
      }),
      button("icon", strings.dismiss, leave, icons.close),
    );
    frame.root.append(bubble);
  };
}
