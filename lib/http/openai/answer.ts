import { estimateTokens } from "../../chat/model/tokens.ts";
import type { ChatAnswerView, Citation } from "../../schemas/chat.ts";
import type {
  CompletionInput,
  CompletionUsage,
  CompletionView,
  UrlCitation,
} from "../../schemas/completion.ts";
import type { ChatEvent } from "../../chat/events.ts";
import type { StreamForm } from "../event_stream.ts";
import { completionError } from "../openai_refusal.ts";

/** What all chunks of one completion share. */
type CompletionHead = { id: string; created: number; model: string };

/** A whole answer in OpenAI's format. */
export function viewCompletion(
  head: CompletionHead,
  input: CompletionInput,
  { answer, ...of_twin }: ChatAnswerView,
): CompletionView {
  return {
    ...head,
    object: "chat.completion",
    choices: [{
      index: 0,
      message: {
        role: "assistant",
        content: answer,
        refusal: null,
        annotations: annotationsOf(answer, of_twin.citations),
      },
      logprobs: null,
      finish_reason: "stop",
    }],
    usage: usageOf(input, answer),
    twincast: of_twin,
  };
}

/** The citations with an address, each at the part of the answer it supports, or at the whole. */
function annotationsOf(answer: string, citations: Citation[]): UrlCitation[] {
  return citations.flatMap(({ url, title, excerpt }) => {
    if (url === undefined) return [];
    const at = answer.indexOf(excerpt);
    const [start_index, end_index] = at < 0
      ? [0, answer.length]
      : [at, at + excerpt.length];
    const url_citation = { url, title, start_index, end_index };
    return [{ type: "url_citation" as const, url_citation }];
  });
}

function usageOf({ messages }: CompletionInput, answer: string) {
  const said = messages.map(({ content }) =>
    typeof content === "string" ? content : JSON.stringify(content ?? "")
  );
  const prompt_tokens = estimateTokens(said.join("\n"));
  const completion_tokens = estimateTokens(answer);
  const usage: CompletionUsage = {
    ...{ prompt_tokens, completion_tokens },
    total_tokens: prompt_tokens + completion_tokens,
  };
  return usage;
}

/** A streamed answer in OpenAI's format: chunks, the last with the citations, then `[DONE]`. */
export class CompletionStream implements StreamForm {
  #text = "";
  #session_id = "";
  #citations: Citation[] = [];

  constructor(private head: CompletionHead, private input: CompletionInput) {}

  event(event: ChatEvent): string {
    switch (event.type) {
      case "session":
        this.#session_id = event.session_id;
        return this.#chunk({ role: "assistant", content: "" });
      case "delta":
        this.#text += event.text;
        return this.#chunk({ content: event.text });
      case "citations": {
        this.#citations = event.citations;
        const annotations = annotationsOf(this.#text, event.citations);
        return annotations.length > 0 ? this.#chunk({ annotations }) : "";
      }
      case "done":
        return this.#end(event);
    }
  }

  error(shown: Parameters<StreamForm["error"]>[0]): string {
    return data(completionError(shown));
  }

  #end({ message_id, grounded, confidence }: ChatEvent & { type: "done" }) {
    const twincast = {
      ...{ session_id: this.#session_id, message_id, grounded, confidence },
      citations: this.#citations,
    };
    const usage = usageOf(this.input, this.#text);
    return this.#chunk({}, { finish_reason: "stop", twincast }) +
      (this.#includes_usage ? data(this.#piece({ choices: [], usage })) : "") +
      "data: [DONE]\n\n";
  }

  get #includes_usage(): boolean {
    return this.input.stream_options?.include_usage === true;
  }

  #chunk(
    delta: object,
    { finish_reason = null, ...rest }: {
      finish_reason?: "stop" | null;
      twincast?: object;
    } = {},
  ): string {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
    const usage = this.#includes_usage ? { usage: null } : {};
    return data(this.#piece({ choices, ...usage, ...rest }));
  }

  #piece(rest: object): object {
    return { ...this.head, object: "chat.completion.chunk", ...rest };
  }
}

/** One line of JSON, whatever the text contains. */
function data(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}
