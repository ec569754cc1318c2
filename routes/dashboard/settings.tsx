import { DashboardPage } from "../../components/DashboardPage.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import { ModelForm } from "../../components/ModelForm.tsx";
import {
  AvatarForm,
  DeleteTwinForm,
  RetentionForm,
  TeamNameForm,
  TwinForm,
} from "../../components/TwinForms.tsx";
import { buttonLook } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { type Frame, loadTwinFrame } from "../../lib/pages/thrown.ts";
import {
  type FormError,
  type MemberCall,
  memberPage,
  ownerForm,
  runAction,
} from "../../lib/pages/thrown.ts";
import { MAX_AVATAR_FORM, twinActions } from "../../lib/pages/settings.ts";
import { getModel } from "../../lib/models/models.ts";
import type { ModelView } from "../../lib/schemas/model.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { handler, page } from "./$settings.ts";

type Data = {
  frame: Frame;
  twin: TwinView;
  model: ModelView;
  error: FormError | null;
};

async function load(
  { app, actor }: MemberCall,
  frame: Data["frame"] & { twin: TwinView },
  error: FormError | null,
): Promise<Data> {
  const { twin } = frame;
  const model = await getModel(app, actor, twin.id);
  return { frame, twin, model, error };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => {
    const frame = await loadTwinFrame(page);
    return { data: await load(page, frame, null) };
  }),
  POST: ownerForm<Data>(async (page) => {
    const frame = await loadTwinFrame(page);
    const actions = twinActions(frame.twin);
    const { error } = await runAction(page, actions);
    return {
      data: await load(page, frame, error),
      status: error?.status,
      headers: error?.headers,
    };
  }, MAX_AVATAR_FORM),
});

export default page(({ data: { frame, twin, model, error } }) => {
  const is_owner = frame.me.user.role === "owner";
  return (
    <DashboardPage
      frame={frame}
      title="Settings"
      lead="How your twin presents itself, wherever people meet it."
      action={
        <a
          class={buttonLook({ look: "hero" })}
          href={`/dashboard?twin=${twin.id}&as=public#try`}
        >
          Try it as a visitor
        </a>
      }
      figure={{
        value: twin.paused ? "Paused" : "Ready",
        label: twin.paused ? "it answers nobody" : "to answer visitors",
      }}
    >
      <FormProblem error={error} />
      {!is_owner && (
        <Notice look="warn">
          You may look, but only an owner of this team can change a twin.
        </Notice>
      )}
      {is_owner && (
        <Card title="Picture">
          <AvatarForm twin={twin} error={error} />
        </Card>
      )}
      <Card title="The twin">
        <fieldset disabled={!is_owner}>
          <TwinForm twin={twin} error={error} is_owner={is_owner} />
        </fieldset>
      </Card>
      <Card title="How long conversations are kept">
        <fieldset disabled={!is_owner}>
          <RetentionForm twin={twin} error={error} is_owner={is_owner} />
        </fieldset>
      </Card>
      <Card title="Language model">
        <fieldset disabled={!is_owner}>
          <ModelForm
            model={model}
            error={error && "base_url" in error.values ? error : null}
            is_owner={is_owner}
          />
        </fieldset>
      </Card>
      {is_owner && (
        <Card title="The team">
          <TeamNameForm
            name={frame.me.tenant.name}
            error={error && "team_name" in error.values ? error : null}
          />
        </Card>
      )}
      {is_owner && (
        <Card title="Delete this twin" class="border-bad/30">
          <DeleteTwinForm twin={twin} error={error} />
        </Card>
      )}
    </DashboardPage>
  );
});
