import { invalidInput } from "../errors.ts";
import {
  createTwin as createSchema,
  updateTwin as updateSchema,
} from "../schemas/twin.ts";
import { createTwin, deleteTwin, restoreTwin, updateTwin } from "../twins.ts";
import { deleteAvatar, setAvatar } from "../avatars.ts";
import { parse } from "./body.ts";
import type { Action, Fields } from "./page.ts";

/** How large the form with a picture may be, in bytes: a camera's is read, to be refused beside the form. */
export const MAX_AVATAR_FORM = 16 * 1024 * 1024;

/** The twin form's fields as the API takes them: four questions, an empty address is none, a box is yes or no. */
function twinFields(fields: Fields) {
  const { question_1, question_2, question_3, question_4, ...rest } = fields;
  const { privacy_url, paused, ...texts } = rest;
  return {
    ...texts,
    suggested_questions: [question_1, question_2, question_3, question_4]
      .map((question) => question?.trim() ?? "").filter(Boolean),
    privacy_url: privacy_url?.trim() || null,
    paused: paused === "on",
  };
}

/** A page shows any run of blanks as one, so that is all that can be asked for. */
function spaced(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** Every form of the twin's settings, by its `action`; the answer says what was done. */
export function twinActions(
  twin: { id: string; name: string },
): Record<string, Action<string>> {
  return {
    async update({ app, owner, fields }) {
      await updateTwin(
        app,
        owner,
        twin.id,
        parse(updateSchema, twinFields(fields)),
      );
      return "Saved. Visitors see it from now on.";
    },
    async avatar({ app, owner, form }) {
      const file = form.get("avatar");
      if (!(file instanceof File) || file.size === 0) {
        throw invalidInput("avatar", "Choose a picture.");
      }
      await setAvatar(app, owner, twin.id, await file.bytes());
      return "Your twin has a new face.";
    },
    async remove_avatar({ app, owner }) {
      await deleteAvatar(app, owner, twin.id);
      return "The picture is removed.";
    },
    async delete({ app, owner, fields }) {
      if (spaced(fields.confirm ?? "") !== spaced(twin.name)) {
        throw invalidInput("confirm", `Type ${twin.name} to delete it.`);
      }
      await deleteTwin(app, owner, twin.id);
      return "deleted";
    },
  };
}

/** Every form of the page Twins, by its `action`; the answer is the id of the twin it was about. */
export const TWINS_ACTIONS: Record<string, Action<string>> = {
  async create({ app, owner, fields }) {
    const { id } = await createTwin(app, owner, parse(createSchema, fields));
    return id;
  },
  async restore({ app, owner, fields: { twin_id = "" } }) {
    const { id } = await restoreTwin(app, owner, twin_id);
    return id;
  },
};
