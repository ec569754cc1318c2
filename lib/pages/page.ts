import { AppError } from "../errors.ts";
import type { FormState } from "../views/form.ts";
import {
  type EditorForm,
  editorForm,
  type Handle,
  type MemberCall,
  type MemberForm,
  memberForm,
  memberPage,
  type OwnerForm,
  ownerForm,
  type PageCall,
  type PublicForm,
  publicForm,
  publicPage,
  type Rendered,
} from "./access.ts";
import { takeFlash } from "./flash.ts";
import type { Action, Outcome } from "./form.ts";
import { loadFrame, loadTwinFrame } from "./frame.ts";
import { type Frame, type TwinFrame } from "../views/frame.ts";

/** The handlers of a page with forms. */
type Handlers<D> = { GET: Handle<D>; POST: Handle<D> };

/** The data of a dashboard page. */
export type Shown<F, D, R> = D & {
  frame: F;
  /** The result of the submitted form. */
  result: R | null;
  /** The submitted form, if it is shown again. */
  form: FormState | null;
};

type Actions<F, R, C> = (
  frame: F,
  params: PageCall["params"],
) => Record<string, Action<R, C>>;

type Options<F, D, R> = {
  load: (page: MemberCall, frame: F) => D | Promise<D>;
  /** Its forms by the value of their field `action`; only owners may send them. */
  actions?: Actions<F, R, OwnerForm>;
  /** Like `actions`, for forms that editors may send too. */
  editor_actions?: Actions<F, R, EditorForm>;
  /** Like `actions`, for forms that every member may send. */
  member_actions?: Actions<F, R, MemberForm>;
  /** The maximum size of its forms, if larger than usual. */
  max_bytes?: number;
};

/**
 * A dashboard page and its forms. A form without a redirect shows the page again, loaded after the form's work is
 * done.
 */
export function dashboardPage<D, R = never>(
  options: Options<Frame, D, R>,
): Handlers<Shown<Frame, D, R>> {
  return framedPage(loadFrame, options);
}

/** Like `dashboardPage`, for a page about a twin. A team without one is redirected to where it can create one. */
export function twinPage<D, R = never>(
  options: Options<TwinFrame, D, R>,
): Handlers<Shown<TwinFrame, D, R>> {
  return framedPage(loadTwinFrame, options);
}

function framedPage<F extends Frame, D, R>(
  frameOf: (page: MemberCall) => Promise<F | Response>,
  { load, actions, editor_actions, member_actions, max_bytes }: Options<
    F,
    D,
    R
  >,
): Handlers<Shown<F, D, R>> {
  const show = async (
    page: MemberCall,
    frame: F,
    { result, form, ...answer }: Outcome<R>,
  ): Promise<Rendered<Shown<F, D, R>>> => {
    const loaded = await load(page, frame);
    const told = { ...frame, flash: takeFlash(page) };
    return { data: { ...loaded, frame: told, result, form }, ...answer };
  };
  const post = async <C extends MemberForm>(
    page: C,
    actions: Actions<F, R, C>,
  ) => {
    const frame = await frameOf(page);
    if (frame instanceof Response) return frame;
    const outcome = await actionOf(
      actions(frame, page.params),
      page.action,
    )(page);
    return outcome instanceof Response
      ? outcome
      : await show(page, frame, outcome);
  };
  const formsOf = () => {
    if (member_actions) return memberForm((page) => post(page, member_actions));
    if (editor_actions) {
      return editorForm((page) => post(page, editor_actions), max_bytes);
    }
    return ownerForm((page) => post(page, actions ?? (() => ({}))), max_bytes);
  };
  return {
    GET: memberPage(async (page) => {
      const frame = await frameOf(page);
      if (frame instanceof Response) return frame;
      return await show(page, frame, { result: null, form: null });
    }),
    POST: formsOf(),
  };
}

/** The action of this name. Throws `bad_request` if there is none. */
function actionOf<A>(actions: Record<string, A>, name: string): A {
  if (Object.hasOwn(actions, name)) return actions[name];
  throw new AppError(
    "bad_request",
    "This form is unknown. Reload the page and try again.",
  );
}

/** A page anyone may open, and its only form. */
export function entryPage<D>({ load, submit }: {
  load: (page: PageCall) => D | Promise<D>;
  submit: Action<never, PublicForm>;
}): Handlers<D & { form: FormState | null }> {
  return {
    GET: publicPage(async (page) => ({
      data: { ...await load(page), form: null },
    })),
    POST: publicForm(async (page) => {
      const outcome = await submit(page);
      if (outcome instanceof Response) return outcome;
      const { form, status, headers } = outcome;
      return { data: { ...await load(page), form }, status, headers };
    }),
  };
}
