import { DocsPage } from "../../components/docs/DocsPage.tsx";
import { OperationCard } from "../../components/docs/OperationCard.tsx";
import { CodeBlock } from "../../components/ui/CodeBlock.tsx";
import { publicPage } from "../../lib/pages/access.ts";
import { loadDocs, requireGroup } from "../../lib/pages/docs.ts";
import { handler, page } from "./$[group].ts";

export const handlers = handler({
  GET: publicPage(async ({ app, params }) => {
    const groups = await loadDocs(app.config.base_url);
    const group = requireGroup(groups, params.group);
    return { data: { groups, group } };
  }),
});

export default page(({ data: { groups, group } }) => (
  <DocsPage groups={groups} current={group.id} title={group.name}>
    <p class="text-muted">{group.about}</p>
    {group.starts.map(({ name, code }) => (
      <section key={name} class="space-y-2">
        <h2 class="text-sm font-medium">{name}</h2>
        <CodeBlock label={name} code={code} />
      </section>
    ))}
    {group.operations.map((operation) => (
      <OperationCard key={operation.id} operation={operation} />
    ))}
  </DocsPage>
));
