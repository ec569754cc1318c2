import { z } from "zod";
import { invalidInput } from "../errors.ts";
import { wholeAddress } from "../schemas/common.ts";
import {
  createTwinInput,
  MAX_LINKS,
  updateTwinInput,
} from "../schemas/twin.ts";
import { createTwin, updateTwin } from "../twins/twins.ts";
import { deleteTwin, restoreTwin } from "../twins/deletion.ts";
import { deleteAvatar, setAvatar } from "../twins/avatars.ts";
import type { SampleAnswer } from "../schemas/model.ts";
import { redirectWithFlash } from "./flash.ts";
import type { Fields } from "./access.ts";
import { type Action, action } from "./form.ts";
import { digitsOf } from "./form_values.ts";
import { handleAction } from "./share.ts";
import { peopleActions } from "./settings_people.ts";
import { voiceActions } from "./settings_voice.ts";

/**
 * The size limit of the picture form, in bytes: large enough to read a camera's picture, so that it is refused beside
 * the form.
 */
export const MAX_AVATAR_FORM = 16 * 1024 * 1024;

const TWINS = "/dashboard/twins";

/** The twin form's fields in the API's form: four questions, a checkbox is true or false. */
function twinFields(fields: Fields) {
  const { question_1, question_2, question_3, question_4, ...rest } = fields;
  const { paused, ...texts } = rest;
  return {
    ...texts,
    suggested_questions: [question_1, question_2, question_3, question_4]
      .map((question) => question?.trim() ?? "").filter(Boolean),
    paused: paused === "on",
  };
}

/** The page form's fields in the API's form; an empty row is not a link. */
function pageFields(fields: Fields) {
  const links: { label: string; url: string }[] = [];
  for (let n = 1; n <= MAX_LINKS; n++) {
    const label = fields[`link_label_${n}`]?.trim() ?? "";
    const url = fields[`link_url_${n}`]?.trim() ?? "";
    if (label === "" && url === "") continue;
    const address = URL.parse(httpsOf(url));
    if (address?.protocol !== "https:" || !address.host.includes(".")) {
      throw invalidInput(
        `link_url_${n}`,
        "Write an address that begins with https://",
      );
    }
    links.push({ label: label || address.host, url: address.href });
  }
  return { page_theme: fields.page_theme, links };
}

/** A typed address, with https:// if it has no scheme. */
function httpsOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
}

/** Collapses whitespace, as pages display it that way anyway. */
function spaced(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** Every form of the twin's settings, by its `action`. */
export function twinActions(
  twin: { id: string; name: string },
): Record<string, Action<SampleAnswer>> {
  return {
    update: action({
      schema: updateTwinInput,
      fields: twinFields,
      async run(page, input) {
        await updateTwin(page.app, page.owner, twin.id, input);
        return redirectWithFlash(page, "Saved. Visitors see it from now on.");
      },
    }),
    privacy: action({
      schema: updateTwinInput.pick({ disclosure: true, privacy_url: true }),
      // An empty address is none.
      fields: ({ disclosure, privacy_url }) => ({
        // Line breaks typed into it become spaces.
        disclosure: disclosure?.replace(/\s+/g, " "),
        privacy_url: wholeAddress(privacy_url ?? "") || null,
      }),
      async run(page, input) {
        await updateTwin(page.app, page.owner, twin.id, input);
        return redirectWithFlash(
          page,
          "Saved. Visitors are told this from now on.",
        );
      },
    }),
    page: action({
      schema: updateTwinInput.pick({ page_theme: true, links: true }),
      fields: pageFields,
      async run(page, input) {
        await updateTwin(page.app, page.owner, twin.id, input);
        return redirectWithFlash(
          page,
          "Saved. Your page shows it from now on.",
        );
      },
    }),
    handle: handleAction(twin.id),
    retention: retention(twin.id),
    ...pictureActions(twin.id),
    ...voiceActions(twin.id),
    ...peopleActions(),
    delete: deletion(twin),
  };
}

function pictureActions(twin_id: string): Record<string, Action> {
  return {
    avatar: action({
      schema: z.object({}),
      async run(page) {
        const file = page.form.get("avatar");
        if (!(file instanceof File) || file.size === 0) {
          throw invalidInput("avatar", "Choose a picture.");
        }
        await setAvatar(page.app, page.owner, twin_id, await file.bytes());
        return redirectWithFlash(page, "Your twin has a new face.");
      },
    }),
    remove_avatar: action({
      schema: z.object({}),
      async run(page) {
        await deleteAvatar(page.app, page.owner, twin_id);
        return redirectWithFlash(page, "The picture is removed.");
      },
    }),
  };
}

function retention(twin_id: string): Action {
  return action({
    schema: updateTwinInput.required({ retention_days: true }),
    fields: ({ retention_days }) => ({
      retention_days: digitsOf(retention_days),
    }),
    async run(page, input) {
      await updateTwin(page.app, page.owner, twin_id, input);
      const days = input.retention_days;
      return redirectWithFlash(
        page,
        days === 0
          ? "Nothing is stored from now on. What was stored is deleted within minutes."
          : `Conversations are kept for ${days} ${
            days === 1 ? "day" : "days"
          }.`,
      );
    },
  });
}

function deletion({ id, name }: { id: string; name: string }): Action {
  return action({
    schema: z.object({ confirm: z.string().default("") }),
    async run(page, { confirm }) {
      if (spaced(confirm) !== spaced(name)) {
        throw invalidInput("confirm", `Type ${name} to delete it.`);
      }
      await deleteTwin(page.app, page.owner, id);
      return redirectWithFlash(
        page,
        "The twin is deleted. It is kept for 7 days.",
        {
          to: TWINS,
          undo: { path: TWINS, fields: { action: "restore", twin_id: id } },
        },
      );
    },
  });
}

/** Every form of the Twins page, by its `action`; each leads to the twin concerned. */
export const TWINS_ACTIONS: Record<string, Action> = {
  create: action({
    schema: createTwinInput,
    async run(page, input) {
      const { id, name } = await createTwin(page.app, page.owner, input);
      return redirectWithFlash(page, `Here is ${name}.`, {
        to: `/dashboard?twin=${id}`,
      });
    },
  }),
  restore: action({
    schema: z.object({ twin_id: z.string().default("") }),
    async run(page, { twin_id }) {
      const { id, name } = await restoreTwin(page.app, page.owner, twin_id);
      return redirectWithFlash(page, `${name} is back.`, {
        to: `/dashboard?twin=${id}`,
      });
    },
  }),
};
