import { type ChatError } from "../../client/chat_client.ts";
import { isComposing } from "../../client/composing.ts";
import { explain } from "../../client/explain.ts";
import type { Strings } from "../../client/strings.ts";
import { button, el } from "../dom.ts";
import { icons } from "./icons.ts";

/** A field to fill and send, replaced by thanks afterwards; if sending fails, the typed text is kept. */
export function oneField(
  strings: Strings,
  { words, label, type, thanks, send }: {
    /** What it is about, if its label does not say so. */
    words?: string;
    label: string;
    type: "email" | "text";
    thanks: string;
    send(text: string): Promise<unknown>;
  },
): HTMLElement {
  const input = el("input", "", {
    type,
    required: true,
    maxLength: 500,
    dir: "auto",
    placeholder: label,
    ariaLabel: label,
    autocomplete: type === "email" ? "email" : "off",
  });
  const submit = async () => {
    if (!input.reportValidity()) return;
    go.disabled = true;
    try {
      await send(input.value);
      box.replaceChildren(el("p", "", { role: "status" }, thanks));
    } catch (error) {
      trouble.textContent = explain(error as ChatError, strings);
      trouble.hidden = go.disabled = false;
    }
  };
  const go = button("send", strings.send, submit, icons.send);
  const trouble = el("p", "bad", { role: "alert", hidden: true });
  input.onkeydown = (event) => {
    if (event.key === "Enter" && !isComposing(event)) submit();
  };
  const box = el(
    "div",
    "ask",
    { dir: "auto" },
    words ? el("p", "", {}, words) : "",
    el("div", "field", {}, input, go),
    trouble,
  );
  return box;
}
