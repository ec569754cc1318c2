import { ThumbsDown, ThumbsUp } from "lucide-preact";
import { sourceName } from "../../lib/client/sources.ts";
import type { Citation } from "../../lib/schemas/citation.ts";
import type { Rating } from "../../lib/schemas/chat.ts";
import type { TranscriptView } from "../../lib/schemas/conversation.ts";
import { Badge } from "../ui/Badge.tsx";
import { Time } from "../ui/Time.tsx";
import { Markdown } from "./Markdown.tsx";

type Props = {
  exchange: TranscriptView["exchanges"][number];
  /** Where an owner answers an open question or corrects an answer; null for a viewer. */
  answer_path: string | null;
  /** The sources are shown beside the transcript if there is room, otherwise below it. */
  sources?: { is_shown: boolean; href: string };
};

/** One question of a transcript with its answer and sources. */
export function Exchange({ exchange, answer_path, sources }: Props) {
  const { question, answer, citations, partial, rating, engine } = exchange;
  const is_unanswered = !exchange.grounded && !exchange.is_small_talk;
  return (
    <div class="space-y-3">
      <div class="bubble of-twin tint ms-auto w-fit max-w-[min(85%,44rem)] rounded-2xl px-4 py-2">
        <span class="sr-only">Visitor:</span>
        <p dir="auto" class="wrap-anywhere whitespace-pre-wrap">{question}</p>
      </div>
      <div class="w-fit max-w-[min(92%,44rem)] rounded-2xl border border-line px-4 py-2">
        <span class="sr-only">Twin:</span>
        <div dir="auto" class="prose-chat wrap-anywhere whitespace-pre-line">
          <Markdown text={answer} />
        </div>
        {citations.map((citation, i) => (
          <Source
            key={i}
            citation={citation}
            isBeside={sources !== undefined}
          />
        ))}
      </div>
      <p class="flex flex-wrap items-center gap-3 text-xs text-muted">
        <Time at={exchange.asked_at} />
        {rating && <Rated rating={rating} />}
        {partial && <Badge look="warn">Broken off</Badge>}
        {engine === "model" && <Badge>By the model</Badge>}
        {engine === "fallback" && (
          <Badge look="warn">Without the model, which did not respond</Badge>
        )}
        {is_unanswered && (
          <Badge look="warn">
            {exchange.confidence === "near"
              ? "Not sure: offered the closest match"
              : "Not answered"}
          </Badge>
        )}
        {sources && !sources.is_shown && (
          <a
            class="no-print text-sm text-accent underline max-xl:hidden"
            href={sources.href}
          >
            Show its sources
          </a>
        )}
        {answer_path && (
          <a
            class={`no-print text-sm text-accent underline ${
              sources ? "xl:hidden" : ""
            }`}
            href={answer_path}
          >
            {is_unanswered ? "Answer this now" : "Correct this answer"}
          </a>
        )}
      </p>
    </div>
  );
}

type SourceProps = {
  citation: Citation;
  /** Shown beside the transcript instead if there is room. */
  isBeside: boolean;
};

function Source({ citation, isBeside }: SourceProps) {
  return (
    <details
      class={`mt-2 text-sm ${isBeside ? "xl:hidden" : ""}`}
    >
      <summary dir="auto" class="py-0.5 text-accent wrap-anywhere">
        {sourceName(citation)}
      </summary>
      <blockquote
        dir="auto"
        class="prose-chat mt-1 border-s-2 border-line ps-3 wrap-anywhere whitespace-pre-line text-muted"
      >
        <Markdown text={citation.excerpt} />
      </blockquote>
      {citation.url && (
        <a
          class="mt-1 inline-block wrap-anywhere text-accent underline"
          href={citation.url}
          rel="noopener noreferrer nofollow"
          target="_blank"
        >
          {citation.url}
        </a>
      )}
    </details>
  );
}

/** The visitor's rating of an answer, as an icon and as text. */
function Rated({ rating: { rating, comment } }: { rating: Rating }) {
  const Icon = rating === "up" ? ThumbsUp : ThumbsDown;
  return (
    <>
      <Badge look={rating === "up" ? "good" : "bad"}>
        <Icon size={12} class="me-1 inline align-[-1px]" />
        Rated {rating}
      </Badge>
      {comment && (
        <q dir="auto" class="max-w-full text-sm text-ink wrap-anywhere">
          {comment}
        </q>
      )}
    </>
  );
}
