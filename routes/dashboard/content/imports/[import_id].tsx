import { IntakeForm } from "../../../../components/content/IntakeForm.tsx";
import { DashboardPage } from "../../../../components/dashboard/DashboardPage.tsx";
import { BackLink } from "../../../../components/ui/BackLink.tsx";
import { FormProblem } from "../../../../components/ui/FormProblem.tsx";
import { intakeActions, loadIntake } from "../../../../lib/pages/intake.ts";
import { twinPage } from "../../../../lib/pages/page.ts";
import { handler, page } from "./$[import_id].ts";

export const handlers = handler(twinPage({
  load: (page, { twin }) => loadIntake(page, twin.id),
  editor_actions: ({ twin }, { import_id }) =>
    intakeActions(twin.id, import_id),
}));

export default page(({ data }) => {
  const { frame, form, counts } = data;
  const chosen = counts.items + counts.pairs;
  return (
    <DashboardPage
      frame={frame}
      title="Before it is saved"
      lead="What was read, and what it becomes. Change whatever is not what you meant."
      figure={{
        value: chosen,
        label: chosen === 1 ? "item is chosen" : "items are chosen",
      }}
    >
      <p>
        <BackLink href={`/dashboard/content?twin=${frame.twin.id}`}>
          All content
        </BackLink>
      </p>
      <FormProblem error={form} />
      <IntakeForm shown={data} can_edit={frame.can_edit} form={form} />
    </DashboardPage>
  );
});
