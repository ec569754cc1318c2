import { z } from "zod";
import { ERROR_CODES, type ErrorCode, isAppError } from "../errors.ts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { parse } from "../http/body.ts";
import { admitChange } from "../limits/policies.ts";
import { headersOf } from "../http/problem.ts";
import type { FormState } from "../views/form.ts";
import type {
  EditorForm,
  Fields,
  MemberForm,
  OwnerForm,
  PublicForm,
  Sent,
} from "./access.ts";

/** The outcome of a form without a redirect: its page is shown again. */
export type Outcome<R = never> = {
  /** What it found or created, shown in place; null if it was refused. */
  result: R | null;
  form: FormState | null;
  status?: number;
  headers?: Record<string, string>;
};

/** A form's action. It redirects, or its page is shown again. */
export type Action<R = never, C = OwnerForm> = (
  page: C,
) => Promise<Response | Outcome<R>>;

type Options<C, S extends z.ZodType, T> = {
  /** Validates the input. Values typed into fields marked as secret are not sent back. */
  schema: S;
  /** Converts the submitted fields to the input; unchanged by default. */
  fields?: (fields: Fields, page: C) => object | Promise<object>;
  /** A `Response`, such as `done` makes, redirects; anything else is the result, shown in place. */
  run: (page: C, input: z.output<S>) => Promise<T>;
  /** Typed values stay in the form beside the result. */
  keeps_typed?: boolean;
};

/** A form's fields without absent ones, which change nothing. */
function given(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
}

/** Makes a form's action: its fields become the input of `run`, and a refusal is shown beside the typed values. */
export function makeAction<C extends Sent & { app: App; actor?: Actor }>() {
  return <S extends z.ZodType, T>(
    { schema, fields, run, keeps_typed = false }: Options<C, S, T>,
  ): Action<Exclude<T, Response>, C> => {
    const secrets = secretFields(schema);
    return async (page) => {
      try {
        if (page.actor) await admitChange(page.app, page.actor);
        const typed = fields ? await fields(page.fields, page) : page.fields;
        const result = await run(page, parse(schema, given(typed)));
        if (result instanceof Response) return result;
        const form = keeps_typed ? stateOf(page, secrets) : null;
        return { result: result as Exclude<T, Response>, form };
      } catch (cause) {
        return refusal(cause, page, secrets);
      }
    };
  };
}

/** An action that only owners may take. */
export const action = makeAction<OwnerForm>();

/** An action that editors may take. */
export type EditorAction<R = never> = Action<R, EditorForm>;

/** An action that editors and owners may take. */
export const editorAction = makeAction<EditorForm>();

/** An action that every member of the team may take. */
export const memberAction = makeAction<MemberForm>();

/** An action that anyone may take. */
export const publicAction = makeAction<PublicForm>();

/** The outcome of a refused form. Rethrows anything but a refusal. */
function refusal(
  cause: unknown,
  sent: Sent,
  secrets: ReadonlySet<string>,
): Outcome {
  if (!isAppError(cause)) throw cause;
  const { issues = [], message, code } = cause;
  return {
    result: null,
    form: { ...stateOf(sent, secrets), detail: message, issues },
    status: ERROR_CODES[code as ErrorCode][0],
    headers: headersOf(cause),
  };
}

function stateOf(
  { action, fields }: Sent,
  secrets: ReadonlySet<string>,
): FormState {
  const values = Object.fromEntries(
    Object.entries(fields).filter(([name]) => !secrets.has(name)),
  );
  return { action, detail: null, issues: [], values };
}

/** The names of the fields marked as secret: `.meta({ secret: true })`. */
function secretFields(schema: z.ZodType): Set<string> {
  if (!(schema instanceof z.ZodObject)) return new Set();
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  return new Set(
    fields.filter(([, field]) => isSecret(field)).map(([name]) => name),
  );
}

function isSecret(field: z.ZodType): boolean {
  if (field.meta()?.secret === true) return true;
  // Wrapping a field loses its metadata.
  return (field instanceof z.ZodOptional || field instanceof z.ZodNullable ||
    field instanceof z.ZodDefault) && isSecret(field.unwrap() as z.ZodType);
}
