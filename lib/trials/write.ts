import type { Context } from "../context.ts";
import { createContent, type WithPassages } from "../content/content.ts";
import type { WrittenTrialInput } from "../schemas/trial.ts";
import { updateTwin } from "../twins/twins.ts";
import { changeTrial, holderOf, type LiveTrial } from "./trials.ts";

/** Gives a trial's twin a person's own text; then it can be asked. */
export async function writeTrial(
  app: Context & WithPassages,
  { trial, twin }: LiveTrial,
  { name, text }: WrittenTrialInput,
): Promise<void> {
  const holder = holderOf(trial);
  await createContent(app, holder, twin.id, {
    title: `About ${name}`.slice(0, 200),
    body: text,
    visibility: "public",
  });
  if (name !== twin.name) await updateTwin(app, holder, twin.id, { name });
  await changeTrial(
    app,
    trial.token_hash,
    () => ({ status: "ready", problem: null }),
  );
}
