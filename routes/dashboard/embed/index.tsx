import { Globe } from "lucide-preact";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import {
  type EmbedKeyChoice,
  EmbedKeyForm,
} from "../../../components/embed/EmbedKey.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { formOf, FormProblem } from "../../../components/ui/FormProblem.tsx";
import { Modal, ModalButton } from "../../../components/ui/Modal.tsx";
import { Notice } from "../../../components/ui/Notice.tsx";
import EmbedStudio from "../../../islands/EmbedStudio.tsx";
import type { ApiKeyView } from "../../../lib/schemas/api_key.ts";
import { embedActions } from "../../../lib/pages/embed.ts";
import { loadStudio } from "../../../lib/pages/embed_studio.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import type { FormState } from "../../../lib/views/form.ts";
import { handler, page } from "./$index.ts";

/** The parts of a key that the page's script needs. */
function toChoice(key: ApiKeyView): EmbedKeyChoice {
  const { id, twin_id, name, key_prefix, allowed_domains } = key;
  return { id, twin_id, name, key_prefix, allowed_domains };
}

/** The steps after the address. */
const NEXT = [
  "You get a line of code, and see the widget with your colour, greeting and questions. All of that can be changed.",
  "Paste the line where your site is built: WordPress, Wix, Squarespace, Webflow, Shopify or by hand. Or e-mail it to whoever runs your site.",
  "This page tells you when your twin answers there.",
];

export const handlers = handler(twinPage({
  load: loadStudio,
  actions: ({ twin }) => embedActions(twin),
}));

export default page(({ data }) => {
  const { frame, keys, fields, form } = data;
  const made = data.result?.made;
  const { is_owner } = frame;
  const create_form = formOf(form, "create");
  const saved = formOf(form, "save");
  return (
    <DashboardPage
      frame={frame}
      title="Embed Widget"
      lead="A chat button for your site: one line to paste, and your twin answers there. Nothing else is loaded until somebody opens it."
      action={is_owner && keys.length > 0 && (
        <ModalButton opens="new-key" look="hero">
          Add a site
        </ModalButton>
      )}
      figure={{
        value: keys.length,
        label: keys.length === 1 ? "site" : "sites",
      }}
    >
      <FormProblem error={form} />
      {made && data.result && (
        <Notice look="good">
          {data.result.text}{" "}
          Copy it now: it is shown only this once, and you can get a new one
          whenever you need it.
        </Notice>
      )}
      {is_owner && keys.length > 0 && (
        <Modal
          id="new-key"
          title="Add a site"
          open={create_form !== null}
        >
          <EmbedKeyForm form={create_form} site="" />
        </Modal>
      )}
      {keys.length === 0 &&
        <FirstSite is_owner={is_owner} form={create_form} site={data.site} />}
      {keys.length > 0 && (
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
      )}
    </DashboardPage>
  );
});

type FirstProps = { is_owner: boolean; form: FormState | null; site: string };

function FirstSite({ is_owner, form, site }: FirstProps) {
  if (!is_owner) {
    return (
      <EmptyState
        title="On no site yet"
        icon={<Globe size={22} strokeWidth={1.75} />}
      >
        An owner of this team can put your twin on a site.
      </EmptyState>
    );
  }
  return (
    <Card title="Put your twin on your site">
      <div class="grid gap-8 md:grid-cols-2">
        <EmbedKeyForm form={form} site={site} />
        <ol class="list-decimal space-y-2 ps-5 text-sm text-muted">
          {NEXT.map((step) => <li key={step}>{step}</li>)}
        </ol>
      </div>
    </Card>
  );
}
