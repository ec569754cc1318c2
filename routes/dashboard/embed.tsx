import { DashboardPage } from "../../components/DashboardPage.tsx";
import {
  EmbedKeyForm,
  EmbedOptionsForm,
} from "../../components/EmbedForms.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import { DomainWarning } from "../../components/ApiKeyCard.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { CodeBlock } from "../../components/ui/CodeBlock.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import CopyButton from "../../islands/CopyButton.tsx";
import { listApiKeys } from "../../lib/api_keys.ts";
import {
  type EmbedCode,
  embedCode,
  type EmbedOptions,
} from "../../lib/embed_code.ts";
import { keyActions, type NewKey } from "../../lib/http/api_key_actions.ts";
import { keyStatus } from "../../lib/http/api_key_rows.ts";
import { type Frame, loadTwinFrame } from "../../lib/http/dashboard.ts";
import { readEmbedOptions } from "../../lib/http/embed_options.ts";
import {
  type FormError,
  type MemberCall,
  memberPage,
  runAction,
} from "../../lib/http/page.ts";
import type { ApiKeyView } from "../../lib/schemas/api_key.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { handler, page } from "./$embed.ts";

/** Stands in the code for a key whose text is not known any more. */
const PLACEHOLDER = "YOUR_KEY";

type Data = {
  frame: Frame & { twin: TwinView };
  /** The keys that can stand in a page now, newest first. */
  keys: ApiKeyView[];
  /** The one the code is for; null as long as there is none. */
  key: ApiKeyView | null;
  options: EmbedOptions;
  code: EmbedCode;
  done: NewKey | null;
  error: FormError | null;
};

async function load(
  page: MemberCall,
  done: NewKey | null,
  error: FormError | null,
): Promise<Data> {
  const { app, actor, url } = page;
  const frame = await loadTwinFrame(page);
  const query = { limit: 100, twin_id: frame.twin.id };
  const { items } = await listApiKeys(app, actor, query);
  const now = app.clock.now();
  const keys = items.filter((key) =>
    key.type === "publishable" && keyStatus(key, now) === "live"
  );
  const wanted = done?.made.id ?? url.searchParams.get("key_id");
  const options = readEmbedOptions(url.searchParams, frame.twin);
  return {
    frame,
    keys,
    key: keys.find(({ id }) => id === wanted) ?? keys[0] ?? null,
    options,
    code: embedCode({
      base_url: app.config.base_url,
      twin: frame.twin,
      key: done?.made.key ?? PLACEHOLDER,
      options,
    }),
    done,
    error,
  };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => ({
    data: await load(page, null, null),
  })),
  POST: memberPage<Data>(async (page) => {
    const { twin } = await loadTwinFrame(page);
    const { create } = keyActions(twin.id);
    const { result, error } = await runAction(page, { create });
    return {
      data: await load(page, result, error),
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

const WAYS = [
  [
    "html",
    "HTML",
    "On any site: paste it once, before </body>, on every page that should have the chat.",
  ],
  [
    "react",
    "React",
    "Put this component once into your app, for example into its layout.",
  ],
  [
    "wordpress",
    "WordPress",
    "Into the functions.php of a child theme, or into a plugin for code snippets as a PHP snippet.",
  ],
  [
    "iframe",
    "iframe",
    "The chat as a part of the page, where no script may run. It follows the twin's settings; the look chosen above is for the widget.",
  ],
] as const;

export default page(({ data }) => {
  const { frame, key, code, done, error } = data;
  const is_owner = frame.me.user.role === "owner";
  return (
    <DashboardPage
      frame={frame}
      title="Embed Widget"
      lead="A chat button for your site: one line to paste, and your twin answers there. It loads nothing more until somebody opens it."
    >
      <FormProblem error={error} />
      {done && (
        <Notice look="good">
          {done.text}{" "}
          The code below is complete, with the key in it. Copy it now: the key
          is shown only this once.
        </Notice>
      )}
      <div class="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">
        <Card title="Key">
          <div class="space-y-5">
            <CurrentKey data={data} />
            {is_owner && (
              <EmbedKeyForm error={error} isFirst={data.keys.length === 0} />
            )}
          </div>
        </Card>
        <Card title="Look">
          <EmbedOptionsForm
            twin={frame.twin}
            keys={data.keys}
            key_id={key?.id}
            options={data.options}
          />
        </Card>
      </div>
      <Card title="Code">
        <div class="space-y-8">
          {WAYS.map(([way, title, lead]) => (
            <section key={way} aria-labelledby={way} class="space-y-3">
              <h3 id={way} class="text-sm font-semibold">{title}</h3>
              <p class="max-w-prose text-sm text-muted">{lead}</p>
              <CodeBlock code={code[way]} label={`Code for ${title}`}>
                <CopyButton text={code[way]} label={`Copy ${title} code`} />
              </CodeBlock>
            </section>
          ))}
        </div>
      </Card>
    </DashboardPage>
  );
});

/** Which key the code is for, and what is left to do with it. */
function CurrentKey({ data: { key, done, frame } }: { data: Data }) {
  if (!key) {
    return (
      <p class="text-sm text-muted">
        The code needs a key that works on your site, and there is none yet.
      </p>
    );
  }
  return (
    <div class="space-y-3 text-sm">
      <p class="min-w-0 break-words">
        The code is for the key <bdi class="font-medium">{key.name}</bdi>{" "}
        <code class="font-mono text-muted">{key.key_prefix}…</code>
      </p>
      {!done && (
        <p class="text-muted">
          Its text was shown when it was made and is not known here. Put it in
          the place of <code class="font-mono">{PLACEHOLDER}</code>
          {frame.me.user.role === "owner"
            ? ", or make a new key below and get the code complete."
            : "."}
        </p>
      )}
      <DomainWarning domains={key.allowed_domains} />
      <p>
        <a
          class="text-accent underline"
          href={`/dashboard/api-keys?twin=${frame.twin.id}#${key.id}`}
        >
          Its domains and who called
        </a>
      </p>
    </div>
  );
}
