import { DocsPage } from "../../components/docs/DocsPage.tsx";
import { CodeBlock } from "../../components/ui/CodeBlock.tsx";
import { publicPage } from "../../lib/pages/access.ts";
import { loadDocs } from "../../lib/pages/docs.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler({
  GET: publicPage(async ({ app }) => {
    const { base_url } = app.config;
    return { data: { base_url, groups: await loadDocs(base_url) } };
  }),
});

export default page(({ data: { base_url, groups } }) => (
  <DocsPage groups={groups} title="API reference">
    <p class="max-w-prose">
      JSON over https. A secret key (<code class="font-mono text-sm">
        tw_sk_…
      </code>) asks its twin, and with scopes manages it; owners make one under
      API Keys. A refusal is a problem as RFC 9457 has it: its{" "}
      <code class="font-mono text-sm">code</code> is for programs, its{" "}
      <code class="font-mono text-sm">detail</code> says what to do next.
    </p>
    <CodeBlock
      label="A first call"
      code={`export TWINCAST_TWIN=twn_… TWINCAST_KEY=tw_sk_…
curl "${base_url}/chat-widget/$TWINCAST_TWIN" \\
  -H "authorization: Bearer $TWINCAST_KEY" \\
  -H "content-type: application/json" -H "accept: application/json" \\
  -d '{"message":"When are you open?"}'`}
    />
    <p class="max-w-prose text-sm text-muted">
      Every example reads the ids and the key from the environment like this:
      {" "}
      <code class="font-mono">{"{content_id}"}</code> is{" "}
      <code class="font-mono">CONTENT_ID</code>. A call that creates something
      takes an <code class="font-mono">Idempotency-Key</code>; after too many,
      {" "}
      <code class="font-mono">Retry-After</code> tells when to come again.
    </p>
    <ul class="grid gap-4 sm:grid-cols-2">
      {groups.map(({ id, name, about, operations }) => (
        <li
          key={id}
          class="min-w-0 rounded-xl border border-line bg-raised p-5 shadow-sm"
        >
          <h2 class="font-semibold">
            <a class="text-accent underline" href={`/docs/${id}`}>{name}</a>
          </h2>
          <p class="mt-1 text-sm text-muted">{about}</p>
          <p class="mt-2 text-sm">
            {operations.length === 1 ? "1 call" : `${operations.length} calls`}
          </p>
        </li>
      ))}
    </ul>
  </DocsPage>
));
