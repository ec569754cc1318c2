import {
  createApiKey,
  requireApiKey,
  revokeApiKey,
  updateApiKey,
} from "../keys/api_keys.ts";
import { allowOrigin } from "../keys/callers.ts";
import { rotateApiKey } from "../keys/rotation.ts";
import { z } from "zod";
import { DAY, iso } from "../clock.ts";
import { invalidInput } from "../errors.ts";
import { isOriginAllowed, normalizeDomains, withWww } from "../keys/domains.ts";
import {
  createApiKeyInput,
  rotateApiKeyInput,
  updateApiKeyInput,
} from "../schemas/api_key.ts";
import type { NewKey, OriginTrial } from "../views/api_keys.ts";
import type { Fields, MemberCall } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, action } from "./form.ts";
import {
  entriesOf,
  momentOf,
  toMomentField,
  wholeNumberOf,
} from "./form_values.ts";

/** The forms that create, change and end a twin's keys, by their `action`. */
export function keyActions(
  twin_id: string,
): Record<string, Action<NewKey | OriginTrial>> {
  return {
    create: createKey(twin_id),
    update,
    rotate,
    revoke,
    allow,
    try: tryOrigin,
    enter,
  };
}

type KeyWords = {
  /** Derives the key's name from the typed fields. */
  nameOf?: (typed: Fields) => string | undefined;
  /** The message when it is created. */
  text?: string;
};

/** The form that creates a key of a twin. */
export function createKey(
  twin_id: string,
  { nameOf = ({ name }) => name, text = "Your key is ready." }: KeyWords = {},
): Action<NewKey> {
  return action({
    schema: createApiKeyInput,
    fields: ({ scopes_list, with_www, lives_days, ...typed }, { app }) => ({
      ...typed,
      name: nameOf(typed),
      ...limitOf(typed),
      scopes: scopes_list?.split(" "),
      twin_id,
      allowed_domains: with_www
        ? withWww(entriesOf(typed.allowed_domains))
        : entriesOf(typed.allowed_domains),
      // A typed date takes precedence over a chosen duration.
      expires_at: momentOf("expires_at", typed.expires_at) ??
        (LIVES_DAYS.has(lives_days)
          ? iso(app.clock.now() + Number(lives_days) * DAY)
          : null),
    }),
    run: async ({ app, owner }, input) => ({
      text,
      made: await createApiKey(app, owner, input),
    }),
  });
}

/** The lifetimes of a new key offered in its form. */
const LIVES_DAYS: ReadonlySet<string | undefined> = new Set(
  ["30", "90", "365"],
);

/** The key that a form concerns. */
export const ofKey = z.object({ key_id: z.string().default("") });

const update = action({
  schema: updateApiKeyInput.extend(ofKey.shape),
  async fields({ test_origin: _, ...typed }, { app, owner }) {
    const { key_id = "", expires_at, allowed_domains, scopes_list, ...rest } =
      typed;
    const { value: stored } = await requireApiKey(app, owner, key_id);
    return {
      ...rest,
      ...limitOf(rest),
      ...(stored.type === "secret"
        ? { scopes: scopes_list?.split(" ") ?? [] }
        : {}),
      key_id,
      ...(allowed_domains !== undefined
        ? { allowed_domains: entriesOf(allowed_domains) }
        : {}),
      // The field has no seconds: an untouched value keeps them.
      ...(expires_at !== toMomentField(stored.expires_at)
        ? { expires_at: momentOf("expires_at", expires_at) }
        : {}),
    };
  },
  async run(page, { key_id, ...input }) {
    await updateApiKey(page.app, page.owner, key_id, input);
    return redirectWithFlash(
      page,
      "Saved. Changes apply from the next request.",
      {
        to: keyPath(page, key_id),
      },
    );
  },
});

const rotate = action({
  schema: rotateApiKeyInput.safeExtend(ofKey.shape),
  fields: ({ key_id, overlap_seconds }) => ({
    key_id,
    overlap_seconds: wholeNumberOf("overlap_seconds", overlap_seconds),
  }),
  run: async (
    { app, owner },
    { key_id, overlap_seconds },
  ): Promise<NewKey> => ({
    made: await rotateApiKey(app, owner, key_id, { overlap_seconds }),
    text: overlap_seconds === 0
      ? "Here is the new key. The old one no longer works."
      : "Here is the new key. The old one keeps working for a while, so that you can replace it everywhere.",
  }),
});

const revoke = action({
  schema: ofKey.extend({ confirm: z.string().default("") }),
  async run(page, { key_id, confirm }) {
    const { app, owner } = page;
    const { value: { name } } = await requireApiKey(app, owner, key_id);
    if (confirm.trim() !== name) {
      throw invalidInput(
        "confirm",
        "This is not the key's name, so the key was left as it is.",
      );
    }
    await revokeApiKey(app, owner, key_id);
    return redirectWithFlash(
      page,
      `The key “${name}” is revoked. It no longer works anywhere.`,
    );
  },
});

/** Whether the typed domains would permit a page. Changes nothing. */
const tryOrigin = action({
  schema: ofKey.extend({
    test_origin: z.string().trim().default(""),
    allowed_domains: z.string().optional(),
  }),
  keeps_typed: true,
  async run({ app, owner }, { key_id, test_origin, allowed_domains }) {
    await requireApiKey(app, owner, key_id);
    const domains = normalizeDomains(entriesOf(allowed_domains));
    if (!test_origin) {
      throw invalidInput(
        "test_origin",
        "Write the address of a page, for example https://shop.example.com.",
      );
    }
    const origin = toOrigin(test_origin);
    return { key_id, origin, is_let_in: isOriginAllowed(origin, domains) };
  },
});

/** The action of Enter in the edit form: it tests if there is an address to test, and saves otherwise. */
const enter: Action<OriginTrial> = (page) =>
  page.fields.test_origin?.trim() ? tryOrigin(page) : update(page);

/** Reads an address as its origin, a bare host as https. */
function toOrigin(typed: string): string {
  const url = URL.parse(typed.includes("://") ? typed : `https://${typed}`);
  return typed === "null" || !url || url.origin === "null" ? typed : url.origin;
}

/** Permits an origin that called with a key and was refused. */
export const allow = action({
  schema: ofKey.extend({ origin: z.string().default("") }),
  async run(page, { key_id, origin }) {
    await allowOrigin(page.app, page.owner, key_id, toDomain(origin));
    return redirectWithFlash(page, `${origin} is now allowed.`, {
      to: keyPath(page, key_id),
    });
  },
});

/** The page, at the key concerned. */
function keyPath({ url }: MemberCall, key_id: string): string {
  return `${url.pathname}${url.search}#${key_id}`;
}

function limitOf({ rate_limit_per_minute: typed }: Fields) {
  const path = "rate_limit_per_minute";
  return { [path]: wholeNumberOf(path, typed) };
}

/** An origin as one would write it in the list: as a plain host if that means the same. */
function toDomain(origin: string): string {
  const url = URL.parse(origin);
  return url?.protocol === "https:" && !url.port ? url.hostname : origin;
}
