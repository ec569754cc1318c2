import { useLayoutEffect, useRef } from "preact/hooks";
import type { Citation } from "../lib/widget/chat_client.ts";
import { renderMarkdown } from "../lib/widget/markdown.ts";

type Props = { text: string; citations?: Citation[] };

/** An answer as Markdown built from nodes, with what it rests on. Plain text until scripts run. */
export function ChatAnswer({ text, citations = [] }: Props) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (text) body.current?.replaceChildren(renderMarkdown(text, document));
  }, [text]);
  return (
    <article
      dir="auto"
      class="w-fit max-w-[92%] rounded-2xl border border-line bg-raised px-4 py-2 break-words"
    >
      <div
        ref={body}
        class="prose-chat whitespace-pre-line"
        // Its nodes are ours, not Preact's, once scripts run.
        key={text === "" ? "waiting" : "answer"}
      >
        {text || "…"}
      </div>
      {citations.map((citation) => (
        <details class="mt-2 text-sm">
          <summary class="text-accent wrap-anywhere">{citation.title}</summary>
          <blockquote class="mt-1 border-s-2 border-line ps-3 text-muted whitespace-pre-line">
            {citation.excerpt}
          </blockquote>
          {citation.url && (
            <a
              class="break-all text-accent underline"
              href={citation.url}
              rel="noopener noreferrer nofollow"
              target="_blank"
            >
              {citation.url}
            </a>
          )}
        </details>
      ))}
    </article>
  );
}
