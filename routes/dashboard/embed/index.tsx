import { Globe } from "lucide-preact";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import {
  type EmbedKeyChoice,
  EmbedKeyForm,
} from "../../../components/embed/EmbedKey.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import { Modal, ModalButton } from "../../../components/ui/Modal.tsx";
import { Notice } from "../../../components/ui/Notice.tsx";
import EmbedStudio from "../../../islands/EmbedStudio.tsx";
import type { ApiKeyView } from "../../../lib/schemas/api_key.ts";
import { embedActions } from "../../../lib/pages/embed.ts";
import { loadStudio } from "../../../lib/pages/embed_studio.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { handler, page } from "./$index.ts";

/** What of a key goes into the page's script. */
function toChoice(key: ApiKeyView): EmbedKeyChoice {
  const { id, twin_id, name, key_prefix, allowed_domains } = key;
  return { id, twin_id, name, key_prefix, allowed_domains };
}

export const handlers = handler(twinPage({
  load: loadStudio,
  actions: ({ twin }) => embedActions(twin),
}));

export default page(({ data }) => {
  const { frame, keys, fields, form } = data;
  const made = data.result?.made;
  const is_owner = frame.me.user.role === "owner";
  const saved = form?.action === "save" ? form : null;
  return (
    <DashboardPage
      frame={frame}
      title="Embed Widget"
      lead="A chat button for your site: one line to paste, and your twin answers there. Nothing else is loaded until somebody opens it."
      action={is_owner && (
        <ModalButton opens="new-key" look="hero">
          Add a site
        </ModalButton>
      )}
      figure={{
        value: keys.length,
        label: keys.length === 1 ? "key for sites" : "keys for sites",
      }}
    >
      <FormProblem error={form} />
      {made && data.result && (
        <Notice look="good">
          {data.result.text} Copy it now: the key is shown only this once.
        </Notice>
      )}
      {is_owner && (
        <Modal
          id="new-key"
          title="Add a site"
          open={form?.action === "create"}
        >
          <EmbedKeyForm form={form?.action === "create" ? form : null} />
        </Modal>
      )}
      {keys.length === 0 && (
        <EmptyState
          title="On no site yet"
          icon={<Globe size={22} strokeWidth={1.75} />}
          action={is_owner && (
            <ModalButton opens="new-key" look="primary">
              Add a site
            </ModalButton>
          )}
        >
          {is_owner
            ? "Paste your site’s address, and you get the line that puts your twin there. Choose its look below, before or after."
            : "An owner of this team can put your twin on a site."}
        </EmptyState>
      )}
      <EmbedStudio
        key={fields.key_id}
        base_url={data.base_url}
        twin={frame.twin}
        keys={keys.map(toChoice)}
        made={made ? { id: made.id, key: made.key } : null}
        is_owner={is_owner}
        widget={data.widget}
        fields={{ ...fields, ...saved?.values }}
        form={saved}
        looks={data.looks}
        uses={data.uses}
        replaced={data.replaced}
        now={data.now}
      />
    </DashboardPage>
  );
});
