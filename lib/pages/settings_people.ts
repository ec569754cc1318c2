import { z } from "zod";
import {
  eraseVisitor,
  erasureInWords,
  exportVisitor,
} from "../conversations/visitor_data.ts";
import { invalidInput } from "../errors.ts";
import { email } from "../schemas/common.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, action } from "./form.ts";

const person = z.object({ email });

/** The forms that show and erase what a person left in a team's conversations, by their `action`. */
export function peopleActions(): Record<string, Action> {
  return {
    export_person: action({
      schema: person,
      async run({ app, owner }, input) {
        const found = await exportVisitor(app, owner, input);
        return new Response(JSON.stringify(found, null, 2), {
          headers: {
            "content-type": "application/json",
            "content-disposition": 'attachment; filename="visitor.json"',
          },
        });
      },
    }),
    erase_person: action({
      schema: person.extend({ confirm: z.string().default("") }),
      async run(page, { email, confirm }) {
        if (confirm.trim().toLowerCase() !== email) {
          throw invalidInput("confirm", `Type ${email} to erase it.`);
        }
        const erased = await eraseVisitor(page.app, page.owner, { email });
        return redirectWithFlash(
          page,
          `Erased for good: ${erasureInWords(erased)}.`,
        );
      },
    }),
  };
}
