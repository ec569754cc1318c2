import { DashboardPage } from "../../../components/DashboardPage.tsx";
import type { EmbedFields } from "../../../components/EmbedControls.tsx";
import {
  type EmbedKeyChoice,
  EmbedKeyForm,
} from "../../../components/EmbedKey.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { Modal, ModalButton } from "../../../components/ui/Modal.tsx";
import { Notice } from "../../../components/ui/Notice.tsx";
import EmbedStudio from "../../../islands/EmbedStudio.tsx";
import { listApiKeys } from "../../../lib/keys/api_keys.ts";
import { keyActions, type NewKey } from "../../../lib/pages/api_keys.ts";
import { keyStatus } from "../../../lib/pages/api_key_rows.ts";
import { type Frame, loadTwinFrame } from "../../../lib/pages/frame.ts";
import {
  type FormError,
  type MemberCall,
  memberPage,
  ownerForm,
  runAction,
} from "../../../lib/pages/page.ts";
import type { ApiKeyView } from "../../../lib/schemas/api_key.ts";
import type { TwinView } from "../../../lib/schemas/twin.ts";
import type { PinnedVersion } from "../../../lib/embed/embed_code.ts";
import { handler, page } from "./$index.ts";

type Data = {
  frame: Frame & { twin: TwinView };
  base_url: string;
  widget: PinnedVersion;
  /** The keys that can stand in a page now, newest first. */
  keys: ApiKeyView[];
  fields: EmbedFields;
  made: NewKey["made"] | null;
  error: FormError | null;
};

/** What of a key goes into the page's script. */
function toChoice(key: ApiKeyView): EmbedKeyChoice {
  const { id, twin_id, name, key_prefix, allowed_domains } = key;
  return { id, twin_id, name, key_prefix, allowed_domains };
}

async function load(
  page: MemberCall,
  made: Data["made"],
  error: FormError | null,
): Promise<Data> {
  const { app, actor, call, url } = page;
  const frame = await loadTwinFrame(page);
  const query = { limit: 100, twin_id: frame.twin.id };
  const { items } = await listApiKeys(app, actor, query);
  const now = app.clock.now();
  const keys = items.filter((key) =>
    key.type === "publishable" && keyStatus(key, now) === "live"
  );
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  const wanted = made?.id ?? asked("key_id");
  const current = keys.find(({ id }) => id === wanted) ?? keys[0] ?? null;
  return {
    frame,
    base_url: app.config.base_url,
    widget: call.widget,
    keys,
    fields: {
      key_id: current?.id ?? "",
      position: asked("position"),
      theme: asked("theme"),
      accent: asked("accent"),
      lang: asked("lang"),
      greeting: asked("greeting").slice(0, 500),
      questions: asked("questions").slice(0, 900),
      launcher: asked("launcher"),
      open: asked("open"),
      persist: asked("persist"),
      pin: asked("pin"),
    },
    made,
    error,
  };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => ({
    data: await load(page, null, null),
  })),
  POST: ownerForm<Data>(async (page) => {
    const { twin } = await loadTwinFrame(page);
    const { create } = keyActions(twin.id);
    const { result, error } = await runAction(page, { create });
    return {
      data: await load(page, result?.made ?? null, error),
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

export default page(({ data }) => {
  const { frame, keys, made, error } = data;
  const is_owner = frame.me.user.role === "owner";
  return (
    <DashboardPage
      frame={frame}
      title="Embed Widget"
      lead="A chat button for your site: one line to paste, and your twin answers there. It loads nothing more until somebody opens it."
      action={is_owner && (
        <ModalButton opens="new-key" look="hero">
          Make a key for a site
        </ModalButton>
      )}
      figure={{
        value: keys.length,
        label: keys.length === 1
          ? "key that can embed it"
          : "keys that can embed it",
      }}
    >
      <FormProblem error={error} />
      {made && (
        <Notice look="good">
          Your key is ready, and the code below is complete, with the key in it.
          Copy it now: the key is shown only this once.
        </Notice>
      )}
      {is_owner && (
        <Modal
          id="new-key"
          title="Make a key for a site"
          open={error !== null}
        >
          <EmbedKeyForm error={error} />
        </Modal>
      )}
      <EmbedStudio
        base_url={data.base_url}
        twin={frame.twin}
        keys={keys.map(toChoice)}
        made={made && { id: made.id, key: made.key }}
        is_owner={is_owner}
        widget={data.widget}
        fields={data.fields}
      />
    </DashboardPage>
  );
});
