import type { Citation } from "../../lib/client/chat_client.ts";
import {
  mergeCitations,
  nameWithPlaces,
  quotedSentences,
  type Source,
} from "../../lib/client/sources.ts";
import type { ChatWords } from "../../lib/embed/words/words.ts";
import { Markdown } from "./Markdown.tsx";

type Props = {
  citations: Citation[];
  /** The answer; its sentences are marked in the sources. */
  answer: string;
  words: ChatWords;
};

/** An answer's sources: one chip per item, each of which opens a card. */
export function Sources({ citations, answer, words }: Props) {
  return (
    <div class="flex flex-wrap items-start gap-1.5">
      {mergeCitations(citations).map((source, i) => (
        <SourceCard
          key={i}
          number={i + 1}
          {...{ source, answer, words }}
        />
      ))}
    </div>
  );
}

type CardProps = {
  number: number;
  source: Source;
  answer: string;
  words: ChatWords;
};

function SourceCard(
  { number, source, answer, words }: CardProps,
) {
  const { url, excerpts } = source;
  return (
    <details class="max-w-full rounded-xl border border-line bg-raised text-sm open:basis-full open:shadow-sm">
      <summary class="bare-summary flex min-h-8 max-w-full items-center gap-2 rounded-xl px-2.5 text-muted transition hover:text-ink">
        <span class="tint grid size-4.5 shrink-0 place-items-center rounded-full text-[0.6875rem] font-semibold tabular-nums">
          <span class="sr-only">{words.source}</span>
          {number}
        </span>
        <bdi class="min-w-0 truncate font-medium">{nameWithPlaces(source)}</bdi>
      </summary>
      <div class="space-y-2 px-3 pb-3">
        {excerpts.map((excerpt, i) => (
          <blockquote
            key={i}
            dir="auto"
            class="prose-chat border-s-2 border-control-line ps-3 wrap-anywhere whitespace-pre-line text-muted"
          >
            <Markdown
              text={excerpt}
              marked={quotedSentences(excerpt, answer)}
            />
          </blockquote>
        ))}
        {url && (
          <a
            class="inline-flex min-h-6 max-w-full items-center gap-1 text-accent underline"
            href={url}
            rel="noreferrer nofollow"
            target="_blank"
          >
            <span class="shrink-0">{words.visit}</span>
            <bdi class="min-w-0 truncate">{placeOf(url)}</bdi>
            <span aria-hidden="true">↗</span>
          </a>
        )}
      </div>
    </details>
  );
}

/** An address, shortened to the part that says where it leads. */
function placeOf(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, "").replace(/[/?#]*$/, "");
}
