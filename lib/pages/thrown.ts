// The pages that are still written with thrown redirects and a form's error of their own.
import {
  AppError,
  ERROR_CODES,
  type ErrorCode,
  isAppError,
} from "../errors.ts";
import { headersOf } from "../http/problem.ts";
import type { TwinView } from "../schemas/twin.ts";
import type { FormState } from "../views/form.ts";
import * as access from "./access.ts";
import type { Fields, Handle, MemberCall, OwnerForm } from "./access.ts";
import { takeDone } from "./flash.ts";
import * as frames from "./frame.ts";
import type { Frame } from "./frame.ts";

export type { Fields, MemberCall, MemberForm, PageCall } from "./access.ts";
export type { Frame } from "./frame.ts";
export { publicForm, publicPage } from "./access.ts";

export const memberPage: typeof access.memberPage = (run) =>
  access.memberPage((page) => orThrown(() => run(page)));

export const memberForm: typeof access.memberForm = (run) =>
  access.memberForm((page) => orThrown(() => run(page)));

export function ownerForm<D>(
  run: (page: OwnerForm) => ReturnType<Handle<D>>,
  max_bytes?: number,
): Handle<D> {
  return access.ownerForm((page) => orThrown(() => run(page)), max_bytes);
}

async function orThrown<R>(work: () => Promise<R>): Promise<R | Response> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

export async function loadFrame(page: MemberCall): Promise<Frame> {
  return { ...await frames.loadFrame(page), done: takeDone(page) };
}

export async function loadTwinFrame(
  page: MemberCall,
): Promise<Frame & { twin: TwinView }> {
  const frame = await frames.loadTwinFrame(page);
  if (frame instanceof Response) throw frame;
  return { ...frame, done: takeDone(page) };
}

export type FormError = FormState & {
  detail: string;
  status: number;
  headers: Record<string, string>;
};

export function toFormError(
  error: unknown,
  fields: Fields,
  action = "",
): FormError {
  if (!isAppError(error)) throw error;
  const secret = /password|api_key/;
  return {
    action,
    status: ERROR_CODES[error.code as ErrorCode][0],
    headers: headersOf(error),
    detail: error.message,
    issues: error.issues ?? [],
    values: Object.fromEntries(
      Object.entries(fields).filter(([name]) => !secret.test(name)),
    ),
  };
}

export type Action<R = never> = (page: OwnerForm) => Promise<Response | R>;

export function actionOf<A>(actions: Record<string, A>, name = ""): A {
  if (Object.hasOwn(actions, name)) return actions[name];
  throw new AppError("bad_request", "This form is not known here.");
}

export async function runAction<R = never>(
  page: OwnerForm,
  actions: Record<string, Action<R>>,
): Promise<{ result: R | null; error: FormError | null }> {
  const run = actionOf(actions, page.action);
  try {
    const result = await run(page);
    if (!(result instanceof Response)) return { result, error: null };
    throw result;
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    return {
      result: null,
      error: toFormError(thrown, page.fields, page.action),
    };
  }
}
