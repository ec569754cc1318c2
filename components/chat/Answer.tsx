import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import type { Citation } from "../../lib/client/chat_client.ts";
import { Markdown } from "./Markdown.tsx";

type Props = {
  text: string;
  citations?: Citation[];
  /** It is whole, so that it may be copied. */
  isWhole?: boolean;
  /** What else may be done with a whole answer. */
  children?: ComponentChildren;
};

/** An answer as Markdown built from nodes, with what it rests on. */
export function Answer({ text, citations = [], isWhole, children }: Props) {
  return (
    <article class="max-w-[92%] space-y-1.5">
      <div
        dir="auto"
        class="w-fit max-w-full rounded-2xl rounded-ss-sm border border-line bg-raised px-4 py-2.5 wrap-anywhere shadow-xs"
      >
        <span class="sr-only">Answer:</span>
        <div class={`prose-chat whitespace-pre-line ${text ? "" : "waiting"}`}>
          {text ? <Markdown text={text} /> : "•••"}
        </div>
      </div>
      {citations.map((citation, i) => <Source key={i} {...citation} />)}
      {isWhole && (
        <div class="flex flex-wrap items-center gap-1">
          <Copy text={text} />
          {children}
        </div>
      )}
    </article>
  );
}

function Source({ title, excerpt, url }: Citation) {
  return (
    <details
      dir="auto"
      class="w-fit max-w-full rounded-xl bg-hover px-3 py-1.5 text-sm"
    >
      <summary class="wrap-anywhere text-muted">
        Source: <bdi class="font-medium text-ink">{title}</bdi>
      </summary>
      <blockquote class="prose-chat mt-1.5 border-s-2 border-control-line ps-3 wrap-anywhere whitespace-pre-line text-muted">
        <Markdown text={excerpt} />
      </blockquote>
      {url && (
        <a
          class="mt-1.5 inline-block wrap-anywhere text-accent underline"
          href={url}
          rel="noreferrer nofollow"
          target="_blank"
        >
          {url}
        </a>
      )}
    </details>
  );
}

function Copy({ text }: { text: string }) {
  const state = useSignal("Copy");
  const copy = async () => {
    state.value = await navigator.clipboard.writeText(text)
      .then(() => "Copied", () => "Select it and copy by hand");
    setTimeout(() => state.value = "Copy", 2_000);
  };
  return (
    <button
      type="button"
      onClick={copy}
      class="min-h-7 rounded-lg px-2 text-xs text-muted transition hover:bg-hover hover:text-ink"
    >
      <span aria-live="polite">{state.value}</span>
    </button>
  );
}
