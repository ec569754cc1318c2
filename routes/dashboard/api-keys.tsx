import { ApiKeyRow, ApiKeyTable } from "../../components/ApiKeyTable.tsx";
import { CreateKeyForm } from "../../components/ApiKeyForms.tsx";
import { ApiKeyTools, isToldInModal } from "../../components/ApiKeyTools.tsx";
import { DashboardPage } from "../../components/DashboardPage.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import { NewApiKey } from "../../components/NewApiKey.tsx";
import { EmptyState } from "../../components/ui/EmptyState.tsx";
import { Modal, ModalButton } from "../../components/ui/Modal.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { Pages } from "../../components/ui/Pages.tsx";
import CopyButton from "../../islands/CopyButton.tsx";
import { firstCode } from "../../lib/embed/embed_code.ts";
import {
  enter,
  keyActions,
  type NewKey,
  type Tried,
  tryOrigin,
} from "../../lib/pages/api_keys.ts";
import { type KeyRow, loadKeyRows } from "../../lib/pages/api_key_rows.ts";
import { type Frame, loadTwinFrame } from "../../lib/pages/frame.ts";
import {
  type FormError,
  type MemberCall,
  memberPage,
  ownerForm,
  runAction,
} from "../../lib/pages/page.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { handler, page } from "./$api-keys.ts";

type Data = {
  frame: Frame & { twin: TwinView };
  rows: KeyRow[];
  cursor: string;
  next_cursor: string | null;
  default_limit: number;
  now: number;
  /** The code to paste, where a key was just made. */
  snippet: string;
  done: NewKey | null;
  tried: Tried | null;
  error: FormError | null;
};

async function load(
  page: MemberCall,
  result: NewKey | Tried | null,
  error: FormError | null,
): Promise<Data> {
  const { config } = page.app;
  const frame = await loadTwinFrame(page);
  const done = result && "made" in result ? result : null;
  const made = done?.made;
  const example = { base_url: config.base_url, twin: frame.twin };
  return {
    frame,
    ...await loadKeyRows(page, frame.twin.id),
    default_limit: config.limits.key.limit,
    snippet: made ? firstCode({ ...example, ...made }) : "",
    done,
    tried: result && "origin" in result ? result : null,
    error,
  };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => ({
    data: await load(page, null, null),
  })),
  POST: ownerForm<Data>(async (page) => {
    const { twin } = await loadTwinFrame(page);
    const { result, error } = await runAction<NewKey | Tried>(page, {
      ...keyActions(twin.id),
      try: tryOrigin,
      enter,
    });
    return {
      data: await load(page, result, error),
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

export default page(({ data }) => {
  const { frame, rows, done, error } = data;
  const is_owner = frame.me.user.role === "owner";
  const create_error = error && !error.values.key_id ? error : null;
  const isWhole = !data.cursor && !data.next_cursor;
  const in_use = rows.filter(({ status }) => status === "live").length;
  return (
    <DashboardPage
      frame={frame}
      title="API Keys"
      lead="A key lets a site or a server speak with your twin. You say where it works and how much, and end it when you like."
      action={is_owner && (
        <ModalButton opens="create-key" look="hero">Create a key</ModalButton>
      )}
      figure={{
        value: isWhole ? in_use : `${in_use}+`,
        label: in_use === 1 && isWhole ? "key in use" : "keys in use",
      }}
    >
      {error && !create_error && !isToldInModal(error, rows) && (
        <FormProblem error={error} />
      )}
      {done && <Notice look="good">{done.text}</Notice>}
      {done && (
        <NewApiKey
          made={done.made}
          snippet={data.snippet}
          back={`?twin=${frame.twin.id}`}
          copy_key={<CopyButton text={done.made.key} label="Copy key" />}
          copy_snippet={<CopyButton text={data.snippet} label="Copy code" />}
        />
      )}
      {is_owner && (
        <Modal
          id="create-key"
          title="Create a key"
          open={create_error !== null}
          wide
        >
          {create_error && (
            <div class="mb-4">
              <FormProblem error={create_error} />
            </div>
          )}
          <CreateKeyForm
            error={create_error}
            default_limit={data.default_limit}
          />
        </Modal>
      )}
      <section class="space-y-4">
        <h2 class="font-semibold wrap-anywhere">
          Keys of <bdi>{frame.twin.name}</bdi>
        </h2>
        {rows.length === 0 && !data.cursor && (
          <EmptyState title="No keys yet">
            {is_owner
              ? "Create one, name the domain of your site, and paste the code you get."
              : "An owner of this team can create one."}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <ApiKeyTable>
            {rows.map((row) => (
              <ApiKeyRow
                key={row.key.id}
                row={row}
                now={data.now}
                is_owner={is_owner}
              >
                {is_owner && row.status !== "revoked" && (
                  <ApiKeyTools row={row} {...data} />
                )}
              </ApiKeyRow>
            ))}
          </ApiKeyTable>
        )}
        <Pages
          of="keys"
          query={{ twin: frame.twin.id }}
          cursor={data.cursor}
          next_cursor={data.next_cursor}
        />
      </section>
    </DashboardPage>
  );
});
