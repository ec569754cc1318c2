import { ApiKeyRow, ApiKeyTable } from "../../components/keys/ApiKeyTable.tsx";
import { CreateKeyForm } from "../../components/keys/ApiKeyForms.tsx";
import {
  ApiKeyTools,
  isToldInModal,
} from "../../components/keys/ApiKeyTools.tsx";
import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { formOf, FormProblem } from "../../components/ui/FormProblem.tsx";
import { NewApiKey } from "../../components/keys/NewApiKey.tsx";
import { EmptyState } from "../../components/ui/EmptyState.tsx";
import { buttonLook } from "../../components/ui/Button.tsx";
import { Modal, ModalButton } from "../../components/ui/Modal.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { Pages } from "../../components/ui/Pages.tsx";
import CopyButton from "../../islands/CopyButton.tsx";
import { firstCode } from "../../lib/embed/embed_code.ts";
import { keyActions } from "../../lib/pages/api_keys.ts";
import { loadKeyRows } from "../../lib/pages/api_key_rows.ts";
import { twinPage } from "../../lib/pages/page.ts";
import type { NewApiKeyView } from "../../lib/schemas/api_key.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import type { KeyRow, OriginTrial } from "../../lib/views/api_keys.ts";
import type { FormState } from "../../lib/views/form.ts";
import { handler, page } from "./$api-keys.ts";

export const handlers = handler(twinPage({
  async load(page, { twin }) {
    const { base_url, limits } = page.app.config;
    return {
      ...await loadKeyRows(page, twin.id),
      base_url,
      default_limit: limits.key.limit,
    };
  },
  actions: ({ twin }) => keyActions(twin.id),
}));

export default page(({ data }) => {
  const { frame, rows, result, form } = data;
  const done = result && "made" in result ? result : null;
  const tried = result && "origin" in result ? result : null;
  const is_owner = frame.is_owner;
  const create_form = formOf(form, "create");
  const isWhole = !data.cursor && !data.next_cursor;
  const in_use = rows.filter(({ status }) => status === "live").length;
  return (
    <DashboardPage
      frame={frame}
      title="API Keys"
      lead="A key lets a site or a server talk to your twin. For a site you don’t need to create one: Embed Widget does it for you."
      action={is_owner && (
        <ModalButton opens="create-key" look="hero">Create a key</ModalButton>
      )}
      figure={{
        value: isWhole ? in_use : `${in_use}+`,
        label: in_use === 1 && isWhole ? "key in use" : "keys in use",
      }}
    >
      {form && !create_form && !isToldInModal(form, rows) && (
        <FormProblem error={form} />
      )}
      {done && <NewKey {...done} twin={frame.twin} base_url={data.base_url} />}
      {is_owner && (
        <CreateKey form={create_form} default_limit={data.default_limit} />
      )}
      <section class="space-y-4">
        <h2 class="font-semibold wrap-anywhere">
          Keys of <bdi>{frame.twin.name}</bdi>
        </h2>
        {rows.length === 0 && !data.cursor && (
          <NoKeys twin_id={frame.twin.id} is_owner={is_owner} />
        )}
        {rows.length > 0 && (
          <Keys {...{ rows, tried, form, is_owner }} now={data.now} />
        )}
        <Pages
          of="keys"
          query={{ twin: frame.twin.id }}
          cursor={data.cursor}
          next_cursor={data.next_cursor}
        />
        <p class="text-sm text-muted">
          What a key can call, with examples in curl, TypeScript and Python:
          {" "}
          <a class="text-accent underline" href="/docs">the API’s pages</a>.
        </p>
      </section>
    </DashboardPage>
  );
});

type KeysProps = {
  rows: KeyRow[];
  tried: OriginTrial | null;
  form: FormState | null;
  is_owner: boolean;
  now: number;
};

function Keys({ rows, tried, form, is_owner, now }: KeysProps) {
  return (
    <ApiKeyTable>
      {rows.map((row) => (
        <ApiKeyRow key={row.key.id} row={row} now={now} is_owner={is_owner}>
          {is_owner && row.status !== "revoked" && (
            <ApiKeyTools row={row} tried={tried} form={form} />
          )}
        </ApiKeyRow>
      ))}
    </ApiKeyTable>
  );
}

type NewKeyProps = {
  text: string;
  made: NewApiKeyView;
  twin: TwinView;
  base_url: string;
};

function NewKey({ text, made, twin, base_url }: NewKeyProps) {
  const snippet = firstCode({
    ...{ base_url, twin, ...made },
    options: { accent: twin.accent_color },
  });
  return (
    <>
      <Notice look="good">{text}</Notice>
      <NewApiKey
        made={made}
        snippet={snippet}
        back={`?twin=${twin.id}`}
        copy_key={
          <CopyButton
            text={made.key}
            label="Copy key"
            isPrimary={made.type === "secret"}
          />
        }
        copy_snippet={
          <CopyButton
            text={snippet}
            label="Copy code"
            isPrimary={made.type !== "secret"}
          />
        }
      />
    </>
  );
}

type CreateProps = { form: FormState | null; default_limit: number };

function CreateKey({ form, default_limit }: CreateProps) {
  return (
    <Modal
      id="create-key"
      title="Create a key"
      open={form !== null}
      wide
    >
      {form && (
        <div class="mb-4">
          <FormProblem error={form} />
        </div>
      )}
      <CreateKeyForm
        form={form}
        default_limit={default_limit}
      />
    </Modal>
  );
}

function NoKeys(
  { twin_id, is_owner }: { twin_id: string; is_owner: boolean },
) {
  return (
    <EmptyState
      title="No keys yet"
      action={is_owner && (
        <div class="flex flex-wrap justify-center gap-3">
          <a
            class={buttonLook({})}
            href={`/dashboard/embed?twin=${twin_id}`}
          >
            Put it on a site
          </a>
          <ModalButton opens="create-key" look="plain">
            Create a key
          </ModalButton>
        </div>
      )}
    >
      {is_owner
        ? "For a site, Embed Widget creates a key for you. Create one here for a server, or for a page you build yourself."
        : "An owner of this team can create one."}
    </EmptyState>
  );
}
