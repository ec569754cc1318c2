import type { WithPassages } from "../content/content.ts";
import type { TrialInput, WrittenTrialInput } from "../schemas/trial.ts";
import {
  type BeginDeps,
  beginTrial,
  getTrial,
  type LiveTrial,
  type TriedFrom,
} from "./trials.ts";
import { writeTrial } from "./write.ts";

/** Starts a trial from a website, and returns its token. Throws as `beginTrial`. */
export async function tryAddress(
  app: BeginDeps,
  { url }: TrialInput,
  from: TriedFrom,
): Promise<string> {
  const name = new URL(url).hostname.replace(/^www\./, "").slice(0, 100);
  return await beginTrial(app, { url, name, ...from });
}

/**
 * Makes a twin from a person's own text, and returns the token of its trial: this browser's existing trial if its
 * site had no content, otherwise a new one. Throws as `beginTrial`.
 */
export async function tryWords(
  app: BeginDeps & WithPassages,
  input: WrittenTrialInput,
  from: TriedFrom,
): Promise<string> {
  const { previous } = from;
  const known = previous ? await getTrial(app, previous) : null;
  if (previous && known?.trial.status === "failed") {
    await writeTrial(app, known, input);
    return previous;
  }
  const { name } = input;
  const token = await beginTrial(app, { url: null, name, ...from });
  const made = await getTrial(app, token) as LiveTrial;
  await writeTrial(app, made, input);
  return token;
}
