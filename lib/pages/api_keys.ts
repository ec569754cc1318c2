import {
  createApiKey,
  requireApiKey,
  revokeApiKey,
  updateApiKey,
} from "../keys/api_keys.ts";
import { allowOrigin } from "../keys/callers.ts";
import { rotateApiKey } from "../keys/rotation.ts";
import { invalidInput } from "../errors.ts";
import { isOriginAllowed, normalizeDomains } from "../keys/domains.ts";
import {
  createApiKey as createSchema,
  type NewApiKeyView,
  rotateApiKey as rotateSchema,
  updateApiKey as updateSchema,
} from "../schemas/api_key.ts";
import { parse } from "../http/body.ts";
import {
  entriesOf,
  momentOf,
  toMomentField,
  wholeNumberOf,
} from "./form_values.ts";
import { done } from "./flash.ts";
import type { Action, FormError, MemberCall } from "./page.ts";

/** A key that a form made, shown this once. */
export type NewKey = { text: string; made: NewApiKeyView };

/** What the tester of a key's domains found, with what was typed. */
export type Tried = {
  key_id: string;
  origin: string;
  is_let_in: boolean;
  kept: FormError;
};

/** The forms that make, change and end keys of a twin, by their `action`. */
export function keyActions(twin_id: string): Record<string, Action<NewKey>> {
  return { create: create(twin_id), update, rotate, revoke, allow };
}

const create = (twin_id: string): Action<NewKey> => {
  return async ({ app, owner, fields }) => {
    const input = parse(createSchema, {
      ...fields,
      ...limitOf(fields),
      twin_id,
      allowed_domains: entriesOf(fields.allowed_domains),
      expires_at: momentOf("expires_at", fields.expires_at),
    });
    const made = await createApiKey(app, owner, input);
    return { text: "Your key is ready.", made };
  };
};

const update: Action = async (page) => {
  const { app, owner, fields } = page;
  const { key_id = "", test_origin: _, ...rest } = fields;
  const { value: stored } = await requireApiKey(app, owner, key_id);
  const { expires_at, allowed_domains, ...settings } = rest;
  const input = parse(updateSchema, {
    ...settings,
    ...limitOf(rest),
    ...(allowed_domains !== undefined
      ? { allowed_domains: entriesOf(allowed_domains) }
      : {}),
    // The field knows no seconds: what was not touched stays exact.
    ...(expires_at !== toMomentField(stored.expires_at)
      ? { expires_at: momentOf("expires_at", expires_at) }
      : {}),
  });
  await updateApiKey(app, owner, key_id, input);
  return done(page, "Saved. It holds from the next call on.", {
    to: keyPath(page, key_id),
  });
};

const rotate: Action<NewKey> = async ({ app, owner, fields }) => {
  const { key_id = "", overlap_seconds: typed } = fields;
  const { overlap_seconds } = parse(rotateSchema, {
    overlap_seconds: wholeNumberOf("overlap_seconds", typed),
  });
  const made = await rotateApiKey(app, owner, key_id, overlap_seconds);
  return {
    text: overlap_seconds === 0
      ? "Here is the new key. The old one has ended."
      : "Here is the new key. The old one works a while longer, so that you can change it everywhere.",
    made,
  };
};

const revoke: Action = async (page) => {
  const { app, owner, fields } = page;
  const { key_id = "", confirm = "" } = fields;
  const { value: { name } } = await requireApiKey(app, owner, key_id);
  if (confirm.trim() !== name) {
    throw invalidInput(
      "confirm",
      "This is not the key's name, so the key was left as it is.",
    );
  }
  await revokeApiKey(app, owner, key_id);
  return done(page, `The key “${name}” is revoked. It works nowhere any more.`);
};

/** Whether a page would be let in by the domains as they are typed. Changes nothing. */
export const tryOrigin: Action<Tried> = async ({ app, owner, fields }) => {
  const { key_id = "", test_origin = "", allowed_domains } = fields;
  await requireApiKey(app, owner, key_id);
  const domains = normalizeDomains(entriesOf(allowed_domains));
  const typed = test_origin.trim();
  if (!typed) {
    throw invalidInput(
      "test_origin",
      "Write the address of a page, for example https://shop.example.com.",
    );
  }
  const origin = toOrigin(typed);
  return {
    key_id,
    origin,
    is_let_in: isOriginAllowed(origin, domains),
    kept: { status: 200, headers: {}, detail: "", issues: [], values: fields },
  };
};

/** What Enter does in the form that edits: it tries where there is an address to try, and saves otherwise. */
export const enter: Action<Tried> = (page) =>
  page.fields.test_origin?.trim() ? tryOrigin(page) : update(page);

/** An address is read as its origin, a bare host as https. */
function toOrigin(typed: string): string {
  const url = URL.parse(typed.includes("://") ? typed : `https://${typed}`);
  return typed === "null" || !url || url.origin === "null" ? typed : url.origin;
}

const allow: Action = async (page) => {
  const { app, owner, fields } = page;
  const { key_id = "", origin = "" } = fields;
  await allowOrigin(app, owner, key_id, toDomain(origin));
  return done(page, `${origin} is let in from now on.`, {
    to: keyPath(page, key_id),
  });
};

/** The page, at the key that it was about. */
function keyPath({ url }: MemberCall, key_id: string): string {
  return `${url.pathname}${url.search}#${key_id}`;
}

function limitOf({ rate_limit_per_minute: typed }: Record<string, string>) {
  const path = "rate_limit_per_minute";
  return { [path]: wholeNumberOf(path, typed) };
}

/** An origin as one would write it in the list: a plain host where that says the same. */
function toDomain(origin: string): string {
  const url = URL.parse(origin);
  return url?.protocol === "https:" && !url.port ? url.hostname : origin;
}
