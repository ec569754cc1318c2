import { button, el } from "../dom.ts";
import type { Frame } from "../frame.ts";

/** Outlines in a box of 24, drawn with a stroke. */
export const icons = {
  chat: "M4 20l2-4a8 8 0 1 1 3 3z",
  down: "M6 9l6 6 6-6",
  close: "M6 6l12 12M6 18 18 6",
  send: "M12 19V5l-7 7m14 0-7-7",
};

type Parts = Pick<
  Frame,
  "section" | "header" | "log" | "footer" | "input" | "go" | "launcher"
>;

/** A panel before its twin has loaded, ready for typing. */
export function drawFrame(submit: () => void): Parts {
  const input = el("textarea", "", { rows: 1, dir: "auto" });
  const go = button("send", "Send", submit, icons.send);
  const line = (width: string) => {
    const node = el("i");
    node.style.width = width;
    return node;
  };
  const header = el(
    "header",
    "",
    {},
    el("span", "face"),
    el("div", "who", {}, line("50%"), line("80%")),
    button("icon close", "", () => {}),
  );
  const log = el(
    "div",
    "log",
    { role: "log", tabIndex: 0, ariaLive: "off", ariaLabel: "Chat" },
    line("70%"),
    line("90%"),
    line("40%"),
  );
  const footer = el("footer", "", {}, input, go);
  const section = el(
    "section",
    "",
    { hidden: true, ariaLabel: "Chat" },
    header,
    log,
    footer,
  );
  const launcher = button("launcher", "", () => {});
  return { section, header, log, footer, input, go, launcher };
}
