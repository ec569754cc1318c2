import { invalidInput } from "../errors.ts";
import {
  createTwin as createSchema,
  updateTwin as updateSchema,
} from "../schemas/twin.ts";
import {
  createTwin,
  deleteTwin,
  restoreTwin,
  updateTwin,
} from "../twins/twins.ts";
import { deleteAvatar, setAvatar } from "../twins/avatars.ts";
import { parse } from "../http/body.ts";
import { tenantInput } from "../schemas/account.ts";
import { checkModel, removeModel, setModel } from "../models/models.ts";
import { modelInput } from "../schemas/model.ts";
import { renameTenant } from "../team/tenants.ts";
import { done } from "./flash.ts";
import type { Action, Fields } from "./thrown.ts";

/** How large the form with a picture may be, in bytes: a camera's is read, to be refused beside the form. */
export const MAX_AVATAR_FORM = 16 * 1024 * 1024;

/** The field has a name of its own: the twin's stands on the same page. */
const teamName = tenantInput.extend({ team_name: tenantInput.shape.name })
  .omit({ name: true });

const TWINS = "/dashboard/twins";

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

/** Every form of the twin's settings, by its `action`. */
export function twinActions(
  twin: { id: string; name: string },
): Record<string, Action> {
  return {
    async update(page) {
      const input = parse(updateSchema, twinFields(page.fields));
      await updateTwin(page.app, page.owner, twin.id, input);
      return done(page, "Saved. Visitors see it from now on.");
    },
    async retention(page) {
      const { app, owner, fields: { retention_days = "" } } = page;
      const days = /^\d+$/.test(retention_days.trim())
        ? Number(retention_days)
        : NaN;
      const input = parse(updateSchema, { retention_days: days });
      await updateTwin(app, owner, twin.id, input);
      return done(
        page,
        days === 0
          ? "Nothing is stored any more. What was is deleted within minutes."
          : `Conversations are kept for ${days} ${
            days === 1 ? "day" : "days"
          }.`,
      );
    },
    async set_model(page) {
      const { app, owner, fields } = page;
      const { daily_tokens = "", api_key, ...rest } = fields;
      const input = parse(modelInput, {
        ...rest,
        // An empty field keeps the key that is there.
        ...api_key ? { api_key } : {},
        daily_tokens: /^\d+$/.test(daily_tokens.trim())
          ? Number(daily_tokens)
          : NaN,
      });
      const { model, has_key } = await setModel(app, owner, twin.id, input);
      return done(
        page,
        `${model} answers from now on${has_key ? "" : ", without a key"}.`,
      );
    },
    async check_model(page) {
      const { app, owner } = page;
      const { answer, took_ms } = await checkModel(app, owner, twin.id);
      const seconds = (took_ms / 1_000).toFixed(1);
      return done(page, `It answered “${answer}” in ${seconds} seconds.`);
    },
    async remove_model(page) {
      await removeModel(page.app, page.owner, twin.id);
      return done(page, "The model and its key are removed.");
    },
    async rename_team(page) {
      const { app, owner, fields } = page;
      const { team_name } = parse(teamName, { team_name: fields.team_name });
      const { name } = await renameTenant(app, owner, team_name);
      return done(page, `The team is called ${name} now.`);
    },
    async avatar(page) {
      const { app, owner, form } = page;
      const file = form.get("avatar");
      if (!(file instanceof File) || file.size === 0) {
        throw invalidInput("avatar", "Choose a picture.");
      }
      await setAvatar(app, owner, twin.id, await file.bytes());
      return done(page, "Your twin has a new face.");
    },
    async remove_avatar(page) {
      await deleteAvatar(page.app, page.owner, twin.id);
      return done(page, "The picture is removed.");
    },
    async delete(page) {
      const { app, owner, fields } = page;
      if (spaced(fields.confirm ?? "") !== spaced(twin.name)) {
        throw invalidInput("confirm", `Type ${twin.name} to delete it.`);
      }
      await deleteTwin(app, owner, twin.id);
      return done(page, "The twin is deleted. It is kept for 7 days.", {
        to: TWINS,
        undo: {
          path: TWINS,
          fields: { action: "restore", twin_id: twin.id },
        },
      });
    },
  };
}

/** Every form of the page Twins, by its `action`; each leads to the twin it was about. */
export const TWINS_ACTIONS: Record<string, Action> = {
  async create(page) {
    const input = parse(createSchema, page.fields);
    const { id, name } = await createTwin(page.app, page.owner, input);
    return done(page, `Here is ${name}.`, { to: `/dashboard?twin=${id}` });
  },
  async restore(page) {
    const { twin_id = "" } = page.fields;
    const { id, name } = await restoreTwin(page.app, page.owner, twin_id);
    return done(page, `${name} is back.`, { to: `/dashboard?twin=${id}` });
  },
};
