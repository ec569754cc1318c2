import {
  DangerTab,
  PrivacyTab,
  ProfileTab,
} from "../../components/twins/SettingsTabs.tsx";
import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { FormProblem } from "../../components/ui/FormProblem.tsx";
import {
  isAboutSound,
  SoundLikeMe,
} from "../../components/twins/SoundLikeMe.tsx";
import { buttonLook } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { TabLinks } from "../../components/ui/Tabs.tsx";
import {
  OWNERS_TABS,
  SETTINGS_TABS,
  type SettingsTab,
  settingsTab,
} from "../../lib/pages/settings_tabs.ts";
import { checkConnection } from "../../lib/pages/connection_check.ts";
import { ConnectionCheckCard } from "../../components/twins/ConnectionCheckCard.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { twinPage } from "../../lib/pages/page.ts";
import { MAX_AVATAR_FORM, twinActions } from "../../lib/pages/settings.ts";
import { getModel } from "../../lib/models/models.ts";
import { PROVIDER_CARDS, providerOf } from "../../lib/models/providers.ts";
import type { TwinFrame } from "../../lib/views/frame.ts";
import type { FormState } from "../../lib/views/form.ts";
import PictureField from "../../islands/PictureField.tsx";
import ProfilePreview from "../../islands/ProfilePreview.tsx";
import { handler, page } from "./$settings.ts";

export const handlers = handler(twinPage({
  load: async ({ app, actor, call, req, url }, { twin }) => {
    const model = await getModel(app, actor, twin.id);
    const chosen = model.base_url ? providerOf(model.base_url) : null;
    const { host } = new URL(app.config.base_url);
    const way = checkConnection(req, call.peer, app.config);
    return { model, chosen, host, way, asked: url.searchParams.get("tab") };
  },
  actions: ({ twin }) => twinActions(twin),
  max_bytes: MAX_AVATAR_FORM,
}));

function pictureProblem(form: FormState | null): string {
  return form?.issues.find(({ path }) => path === "avatar")?.message ?? "";
}

const TABS = {
  profile: "Profile",
  voice: "Voice",
  privacy: "Privacy",
  server: "Server",
  danger: "Danger",
} as const;

/** The tabs this role may open. */
function tabsOf({ twin, is_owner }: TwinFrame, current: SettingsTab) {
  return SETTINGS_TABS.filter((id) => is_owner || !OWNERS_TABS.has(id))
    .map((id) => ({
      href: `?twin=${twin.id}&tab=${id}`,
      label: TABS[id],
      isCurrent: id === current,
    }));
}

export default page(
  ({ data: { frame, model, chosen, host, way, asked, form, result } }) => {
    const { twin } = frame;
    const is_owner = frame.is_owner;
    const tab = settingsTab(asked, form);
    return (
      <DashboardPage
        frame={frame}
        title="Settings"
        lead="How your twin comes across, wherever people meet it."
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
            You can look, but only an owner of this team can change a twin.
          </Notice>
        )}
        <TabLinks label="Settings" links={tabsOf(frame, tab)} />
        {tab === "profile" && (
          <ProfileTab
            {...{ twin, host, form, is_owner }}
            picture={<PictureField problem={pictureProblem(form)} />}
            preview={<ProfilePreview twin={twin} />}
          />
        )}
        {tab === "voice" && (
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
        )}
        {tab === "privacy" && <PrivacyTab {...{ twin, form, is_owner }} />}
        {tab === "server" && is_owner && <ConnectionCheckCard way={way} />}
        {tab === "danger" && is_owner && <DangerTab {...{ twin, form }} />}
      </DashboardPage>
    );
  },
);
