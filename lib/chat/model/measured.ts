import type { ModelOutcome, WithMetrics } from "../../metrics/metrics.ts";
import type { WithTracing } from "../../tracing/tracing.ts";
import type { Usage } from "./stream.ts";

/** Streams a model's answer while measuring its times, its end and its tokens. */
export async function* measured(
  { metrics, tracing }: WithMetrics & WithTracing,
  answer: AsyncGenerator<string>,
  { signal, usage }: { signal: AbortSignal; usage: Usage },
): AsyncGenerator<string> {
  const begun = performance.now();
  const end = tracing.begin("model");
  const seconds = () => (performance.now() - begun) / 1000;
  let has_begun = false;
  let outcome: ModelOutcome = "abandoned";
  try {
    for await (const text of answer) {
      if (!has_begun) metrics.model_first_text_seconds.observe(seconds());
      has_begun = true;
      yield text;
    }
    outcome = "done";
  } catch (error) {
    if (!signal.aborted) outcome = "failed";
    throw error;
  } finally {
    end(outcome === "failed" ? "failed" : undefined);
    metrics.model_seconds.observe(seconds());
    metrics.model_answers.add(1, outcome);
    metrics.model_tokens.add(usage.tokens);
  }
}
