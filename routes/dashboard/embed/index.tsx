import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import type { EmbedFields } from "../../../components/embed/EmbedControls.tsx";
import {
  type EmbedKeyChoice,
  EmbedKeyForm,
} from "../../../components/embed/EmbedKey.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import { Modal, ModalButton } from "../../../components/ui/Modal.tsx";
import { Notice } from "../../../components/ui/Notice.tsx";
import EmbedStudio from "../../../islands/EmbedStudio.tsx";
import { listApiKeys } from "../../../lib/keys/api_keys.ts";
import { createKey } from "../../../lib/pages/api_keys.ts";
import { keyStatus } from "../../../lib/pages/api_key_rows.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import type { MemberCall } from "../../../lib/pages/access.ts";
import type { TwinFrame } from "../../../lib/views/frame.ts";
import type { ApiKeyView } from "../../../lib/schemas/api_key.ts";
import { handler, page } from "./$index.ts";

/** What of a key goes into the page's script. */
function toChoice(key: ApiKeyView): EmbedKeyChoice {
  const { id, twin_id, name, key_prefix, allowed_domains } = key;
  return { id, twin_id, name, key_prefix, allowed_domains };
}

async function load(
  { app, actor, call, url }: MemberCall,
  { twin }: TwinFrame,
) {
  const query = { limit: 100, twin_id: twin.id };
  const { items } = await listApiKeys(app, actor, query);
  const now = app.clock.now();
  const keys = items.filter((key) =>
    key.type === "publishable" && keyStatus(key, now) === "live"
  );
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  const wanted = asked("key_id");
  const current = keys.find(({ id }) => id === wanted) ?? keys[0] ?? null;
  const fields: EmbedFields = {
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
  };
  return { base_url: app.config.base_url, widget: call.widget, keys, fields };
}

export const handlers = handler(twinPage({
  load,
  actions: ({ twin }) => ({ create: createKey(twin.id) }),
}));

export default page(({ data }) => {
  const { frame, keys, fields, form } = data;
  const made = data.result?.made;
  // The code is for the key that was just made, if it can stand in a page.
  const is_usable = keys.some(({ id }) => id === made?.id);
  const is_owner = frame.is_owner;
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
      <FormProblem error={form} />
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
          open={form !== null}
        >
          <EmbedKeyForm form={form} />
        </Modal>
      )}
      <EmbedStudio
        base_url={data.base_url}
        twin={frame.twin}
        keys={keys.map(toChoice)}
        made={made ? { id: made.id, key: made.key } : null}
        is_owner={is_owner}
        widget={data.widget}
        fields={is_usable && made ? { ...fields, key_id: made.id } : fields}
      />
    </DashboardPage>
  );
});
