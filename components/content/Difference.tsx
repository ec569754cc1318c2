import type { DifferencePart } from "../../lib/views/content.ts";

type Props = {
  parts: DifferencePart[];
  /** What the marks mean here: underlined and crossed out. */
  means: { added: string; gone: string };
};

/** Unchanged text shown around a change, in UTF-16 units. */
const AROUND = 160;

/** The difference between two texts: deleted is crossed out, new is underlined. */
export function Difference({ parts, means }: Props) {
  const has = (what: DifferencePart["is"]) =>
    parts.some(({ is }) => is === what);
  return (
    <div class="space-y-2">
      <p class="text-xs text-muted">
        {has("new") && (
          <>
            <ins class="bg-good-soft text-good">Underlined</ins>: {means.added}.
            {" "}
          </>
        )}
        {has("gone") && (
          <>
            <del class="bg-bad-soft text-bad">Crossed out</del>: {means.gone}.
          </>
        )}
        {!has("new") && !has("gone") && "The texts are the same."}
      </p>
      <Marked parts={parts} />
    </div>
  );
}

function Marked({ parts }: Pick<Props, "parts">) {
  return (
    <p
      dir="auto"
      class="max-h-96 overflow-auto rounded-lg bg-hover px-4 py-3 text-sm wrap-anywhere whitespace-pre-line"
      tabIndex={0}
      role="group"
      aria-label="What has changed"
    >
      {parts.map(({ is, text }, i) =>
        is === "gone"
          ? <del key={i} class="bg-bad-soft text-bad">{text}</del>
          : is === "new"
          ? <ins key={i} class="bg-good-soft text-good">{text}</ins>
          : (
            <span key={i}>
              {shortened(text, { from: i > 0, to: i < parts.length - 1 })}
            </span>
          )
      )}
    </p>
  );
}

/** The unchanged text next to a change. */
function shortened(text: string, near: { from: boolean; to: boolean }): string {
  if (text.length <= 2 * AROUND) return text;
  const head = near.from ? text.slice(0, AROUND) : "";
  const tail = near.to ? text.slice(-AROUND) : "";
  return `${head.toWellFormed()} … ${tail.toWellFormed()}`;
}
