import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { Copy as CopyIcon } from "lucide-preact";
import type { Citation } from "../../lib/client/chat_client.ts";
import type { ChatWords } from "../../lib/embed/words/words.ts";
import { Markdown } from "./Markdown.tsx";
import { Sources } from "./Sources.tsx";

type Props = {
  text: string;
  words: ChatWords;
  citations?: Citation[];
  /** The answer is complete, so it may be copied. */
  isWhole?: boolean;
  /** The twin's greeting. */
  isGreeting?: boolean;
  /** Content that belongs to the answer, such as a way to get it later. */
  within?: ComponentChildren;
  /** Further actions on a complete answer. */
  children?: ComponentChildren;
};

/** An answer as Markdown built from nodes, with its sources. */
export function Answer(
  { text, words, citations = [], isWhole, isGreeting, within, children }: Props,
) {
  return (
    <article class={`max-w-[92%] space-y-1.5 ${isGreeting ? "greeting" : ""}`}>
      <div
        dir="auto"
        class="bubble w-fit max-w-full rounded-2xl rounded-ss-sm border border-line bg-raised px-4 py-2.5 wrap-anywhere shadow-xs"
      >
        {/* Isolated: the text keeps its own direction. */}
        <bdi class="sr-only">{words.answer}:</bdi>
        <div class={`prose-chat whitespace-pre-line ${text ? "" : "waiting"}`}>
          {text ? <Markdown text={text} /> : "•••"}
        </div>
        {within}
      </div>
      {citations.length > 0 && (
        <Sources citations={citations} answer={text} words={words} />
      )}
      {isWhole && (
        <div class="flex flex-wrap items-center gap-1">
          <Copy text={text} words={words} />
          {children}
        </div>
      )}
    </article>
  );
}

function Copy({ text, words }: { text: string; words: ChatWords }) {
  const told = useSignal("");
  const copy = async () => {
    told.value = await navigator.clipboard.writeText(text)
      .then(() => words.copied, () => words.by_hand);
    setTimeout(() => told.value = "", 2_000);
  };
  return (
    <button
      type="button"
      onClick={copy}
      title={words.copy}
      class="inline-flex min-h-7 min-w-7 items-center justify-center rounded-lg px-1.5 text-xs text-muted transition hover:bg-hover hover:text-ink"
    >
      {!told.value && (
        <>
          <CopyIcon size={15} />
          <span class="sr-only">{words.copy}</span>
        </>
      )}
      <span aria-live="polite">{told.value}</span>
    </button>
  );
}
