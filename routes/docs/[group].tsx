import { DocsPage } from "../../components/docs/DocsPage.tsx";
import { OperationCard } from "../../components/docs/OperationCard.tsx";
import { publicPage } from "../../lib/pages/access.ts";
import { loadDocs, requireGroup } from "../../lib/pages/docs.ts";
import { handler, page } from "./$[group].ts";

export const handlers = handler({
  GET: publicPage(async ({ app, params }) => {
    const groups = await loadDocs(app.config.base_url);
    const { id, name, about, operations } = requireGroup(groups, params.group);
    return { data: { groups, id, name, about, operations } };
  }),
});

export default page(({ data: { groups, id, name, about, operations } }) => (
  <DocsPage groups={groups} current={id} title={name}>
    <p class="text-muted">{about}</p>
    {operations.map((operation) => (
      <OperationCard key={operation.id} operation={operation} />
    ))}
  </DocsPage>
));
