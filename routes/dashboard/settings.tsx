import { HandleForm } from "../../components/share/HandleForm.tsx";
import { PageForm } from "../../components/twins/PageForm.tsx";
import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { formOf, FormProblem } from "../../components/ui/FormProblem.tsx";
import {
  isAboutSound,
  SoundLikeMe,
} from "../../components/twins/SoundLikeMe.tsx";
import {
  AvatarForm,
  DeleteTwinForm,
  RetentionForm,
  TeamNameForm,
  TwinForm,
} from "../../components/twins/TwinForms.tsx";
import { buttonLook } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { twinPage } from "../../lib/pages/page.ts";
import { MAX_AVATAR_FORM, twinActions } from "../../lib/pages/settings.ts";
import { getModel } from "../../lib/models/models.ts";
import { PROVIDER_CARDS, providerOf } from "../../lib/models/providers.ts";
import { handler, page } from "./$settings.ts";

export const handlers = handler(twinPage({
  load: async ({ app, actor }, { twin }) => {
    const model = await getModel(app, actor, twin.id);
    const chosen = model.base_url ? providerOf(model.base_url) : null;
    const { host } = new URL(app.config.base_url);
    return { model, chosen, host };
  },
  actions: ({ twin }) => twinActions(twin),
  max_bytes: MAX_AVATAR_FORM,
}));

export default page(
  ({ data: { frame, model, chosen, host, form, result } }) => {
    const { twin } = frame;
    const is_owner = frame.is_owner;
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
          label: twin.paused ? "not answering visitors" : "to answer visitors",
        }}
      >
        <FormProblem error={isAboutSound(form) ? null : form} />
        {!is_owner && (
          <Notice look="warn">
            You may look, but only an owner of this team can change a twin.
          </Notice>
        )}
        {is_owner && (
          <Card title="Picture">
            <AvatarForm twin={twin} form={formOf(form, "avatar")} />
          </Card>
        )}
        <Card title="The twin">
          <fieldset disabled={!is_owner}>
            <TwinForm
              twin={twin}
              form={formOf(form, "update")}
              is_owner={is_owner}
            />
          </fieldset>
        </Card>
        <Card title="Your address" id="address">
          <fieldset disabled={!is_owner}>
            <HandleForm
              {...{ twin, host, is_owner }}
              form={formOf(form, "handle")}
            />
          </fieldset>
        </Card>
        <Card title="Your page" id="page">
          <fieldset disabled={!is_owner}>
            <PageForm
              twin={twin}
              form={formOf(form, "page")}
              is_owner={is_owner}
            />
          </fieldset>
        </Card>
        <Card title="How long conversations are kept">
          <fieldset disabled={!is_owner}>
            <RetentionForm
              twin={twin}
              form={formOf(form, "retention")}
              is_owner={is_owner}
            />
          </fieldset>
        </Card>
        <Card title="Sound like me" id="sound">
          <fieldset disabled={!is_owner}>
            <SoundLikeMe
              twin={twin}
              model={model}
              providers={PROVIDER_CARDS}
              chosen={chosen}
              form={form}
              sample={result}
              is_owner={is_owner}
            />
          </fieldset>
        </Card>
        {is_owner && (
          <Card title="The team">
            <TeamNameForm
              name={frame.me.tenant.name}
              form={formOf(form, "rename_team")}
            />
          </Card>
        )}
        {is_owner && (
          <Card title="Delete this twin" class="border-bad/30">
            <DeleteTwinForm twin={twin} form={formOf(form, "delete")} />
          </Card>
        )}
      </DashboardPage>
    );
  },
);
