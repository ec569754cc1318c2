import type { Strings } from "../../client/strings.ts";
import { el } from "../dom.ts";
import type { Frame } from "../frame.ts";

/** The longest message that the server accepts, in UTF-16 units. */
const MAX_MESSAGE = 4_000;

/** Checks a frame's input whenever it changes, and shows a warning above it if it is too long. Returns the check. */
export function checkLength(
  { input, footer }: Frame,
  { invalid_input, lang }: Strings,
): () => boolean {
  const problem = el("p", "bad", { role: "alert", hidden: true });
  const fits = () => {
    const { length } = input.value;
    problem.hidden = length <= MAX_MESSAGE;
    problem.textContent = problem.hidden
      ? ""
      : `${invalid_input} (${length.toLocaleString(lang)})`;
    return problem.hidden;
  };
  input.oninput = fits;
  footer.prepend(problem);
  return fits;
}
