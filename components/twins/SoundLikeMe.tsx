import type { ProviderCard } from "../../lib/views/model.ts";
import type {
  ModelProvider,
  ModelView,
  SampleAnswer,
} from "../../lib/schemas/model.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import type { FormState } from "../../lib/views/form.ts";
import { formOf, FormProblem } from "../ui/FormProblem.tsx";
import { MeaningForm } from "./MeaningForm.tsx";
import { ModelForm } from "./ModelForm.tsx";
import { SampleForm } from "./SampleForm.tsx";
import { VoiceForm } from "./VoiceForm.tsx";

type Props = {
  twin: TwinView;
  model: ModelView;
  providers: readonly ProviderCard[];
  chosen: ModelProvider | null;
  form: FormState | null;
  sample: SampleAnswer | null;
  is_owner: boolean;
};

const MODEL_FORMS = ["connect_model", "check_model", "remove_model"];

/** A form of this section, with its error. */
export function isAboutSound(form: FormState | null): boolean {
  return formOf(form, ...MODEL_FORMS, "set_voice", "set_meaning", "sample") !==
    null;
}

/** How a twin words its answers: which model, which tone, and the difference it makes. */
export function SoundLikeMe(
  { form, sample, ...shared }: Props,
) {
  const { twin, model, is_owner } = shared;
  return (
    <div class="space-y-6">
      <FormProblem error={isAboutSound(form) ? form : null} />
      <ModelForm {...shared} form={formOf(form, ...MODEL_FORMS)} />
      <div class="space-y-6 border-t border-line pt-6">
        {model.source === "none" && (
          <p class="text-sm text-muted">
            The tone takes effect once a model writes the answers.
          </p>
        )}
        <VoiceForm
          twin={twin}
          form={formOf(form, "set_voice")}
          is_owner={is_owner}
        />
      </div>
      {model.embeddings && (
        <div class="border-t border-line pt-6">
          <MeaningForm
            twin={twin}
            embeddings={model.embeddings}
            is_owner={is_owner}
          />
        </div>
      )}
      {is_owner && model.source !== "none" && (
        <div id="sample" class="border-t border-line pt-6">
          <SampleForm
            twin={twin}
            form={formOf(form, "sample")}
            sample={sample}
          />
        </div>
      )}
    </div>
  );
}
