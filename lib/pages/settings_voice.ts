import { z } from "zod";
import { sampleAnswer } from "../chat/sample_answer.ts";
import { connectModel } from "../models/connect.ts";
import { checkModel, removeModel } from "../models/models.ts";
import { connectInput, type SampleAnswer } from "../schemas/model.ts";
import { line } from "../schemas/common.ts";
import { updateTwinInput } from "../schemas/twin.ts";
import { updateTwin } from "../twins/twins.ts";
import type { Fields } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, action } from "./form.ts";
import { digitsOf } from "./form_values.ts";

const voiceInput = updateTwinInput.pick({ tone: true, instructions: true });
const meaningInput = updateTwinInput.pick({ embeds_private: true });
const sampleInput = z.object({ question: line(300) });
/** For a form whose fields are not used, but stay as typed: all but the key. */
const typedOnly = {
  schema: connectInput.pick({ api_key: true }),
  fields: () => ({}),
};

/** An empty field is chosen for the owner, or stays as it is. */
function connectFields({ provider, ...typed }: Fields) {
  const { base_url, daily_tokens, ...rest } = typed;
  const texts = { ...rest, ...provider === "other" ? { base_url } : {} };
  const filled = Object.entries(texts).filter(([, text]) => text?.trim());
  return {
    provider,
    ...Object.fromEntries(filled),
    ...daily_tokens?.trim() ? { daily_tokens: digitsOf(daily_tokens) } : {},
  };
}

/** Every form about how a twin words its answers. */
export function voiceActions(
  twin_id: string,
): Record<string, Action<SampleAnswer>> {
  return {
    ...modelActions(twin_id),
    set_voice: action({
      schema: voiceInput,
      fields: ({ tone, ...rest }) => ({
        ...rest,
        tone: tone === "plain" ? null : tone,
      }),
      async run(page, input) {
        await updateTwin(page.app, page.owner, twin_id, input);
        return redirectWithFlash(
          page,
          "Saved. It applies from the next answer on.",
        );
      },
    }),
    set_meaning: action({
      schema: meaningInput,
      fields: ({ embeds_private }) => ({
        embeds_private: embeds_private === "on",
      }),
      async run(page, input) {
        await updateTwin(page.app, page.owner, twin_id, input);
        return redirectWithFlash(
          page,
          input.embeds_private
            ? "Saved. Private items can be found by meaning within minutes."
            : "Saved. What was stored about private items is removed within minutes.",
        );
      },
    }),
    sample: action({
      schema: sampleInput,
      keeps_typed: true,
      run: ({ app, owner }, { question }) =>
        sampleAnswer(app, owner, twin_id, question),
    }),
  };
}

function modelActions(twin_id: string): Record<string, Action> {
  return {
    connect_model: action({
      schema: connectInput,
      fields: connectFields,
      async run(page, input) {
        const { app, owner } = page;
        const { view, took_ms } = await connectModel(
          app,
          owner,
          twin_id,
          input,
        );
        return redirectWithFlash(
          page,
          `${view.model} answered in ${
            seconds(took_ms)
          }, and now words the answers.`,
        );
      },
    }),
    check_model: action({
      ...typedOnly,
      async run(page) {
        const { app, owner } = page;
        const { answer, took_ms } = await checkModel(app, owner, twin_id);
        return redirectWithFlash(
          page,
          `It answered “${answer}” in ${seconds(took_ms)}.`,
        );
      },
    }),
    remove_model: action({
      ...typedOnly,
      async run(page) {
        await removeModel(page.app, page.owner, twin_id);
        return redirectWithFlash(page, "The model and its key are removed.");
      },
    }),
  };
}

function seconds(took_ms: number): string {
  return `${(took_ms / 1_000).toFixed(1)} seconds`;
}
