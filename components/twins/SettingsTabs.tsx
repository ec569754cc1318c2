import type { ComponentChildren } from "preact";
import type { FormState } from "../../lib/views/form.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { HandleForm } from "../share/HandleForm.tsx";
import { Card } from "../ui/Card.tsx";
import { formOf } from "../ui/FormProblem.tsx";
import { AvatarForm } from "./AvatarForm.tsx";
import { PageForm } from "./PageForm.tsx";
import { PersonForms } from "./PersonForms.tsx";
import {
  DeleteTwinForm,
  PrivacyForm,
  RetentionForm,
  TwinForm,
} from "./TwinForms.tsx";

type Props = { twin: TwinView; form: FormState | null; is_owner: boolean };

type ProfileProps = Props & {
  /** The origin of addresses. */
  host: string;
  /** Where a picture is chosen. */
  picture: ComponentChildren;
  preview: ComponentChildren;
};

/** What visitors see of a twin, with a preview. */
export function ProfileTab(
  { twin, host, form, is_owner, picture, preview }: ProfileProps,
) {
  return (
    <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div class="min-w-0 space-y-5">
        {is_owner && (
          <Card title="Picture">
            <AvatarForm twin={twin}>{picture}</AvatarForm>
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
      </div>
      <aside class="sticky top-6 max-xl:hidden" aria-label="Preview">
        {preview}
      </aside>
    </div>
  );
}

/** What visitors are told, and what is stored about them. */
export function PrivacyTab({ twin, form, is_owner }: Props) {
  return (
    <>
      <Card title="What visitors are told">
        <fieldset disabled={!is_owner}>
          <PrivacyForm
            twin={twin}
            form={formOf(form, "privacy")}
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
      {is_owner && (
        <Card title="What one visitor left" id="visitor">
          <PersonForms form={form} />
        </Card>
      )}
    </>
  );
}

/** Actions that cannot be undone for long. */
export function DangerTab({ twin, form }: Omit<Props, "is_owner">) {
  return (
    <Card title="Delete this twin" class="border-bad/30">
      <DeleteTwinForm twin={twin} form={formOf(form, "delete")} />
    </Card>
  );
}
