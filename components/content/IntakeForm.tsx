import type { IntakeShown } from "../../lib/views/content.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Notice } from "../ui/Notice.tsx";
import { IntakeSourceCard } from "./IntakeSourceCard.tsx";
import { formatCount } from "../ui/numbers.ts";

type Props = {
  shown: IntakeShown;
  /** Read-only for viewers. */
  can_edit: boolean;
  form: FormState | null;
};

/** An import to review, choose from and save. One form, so that every button keeps the choices. */
export function IntakeForm({ shown, can_edit, form }: Props) {
  const { intake, sources, items, counts, page, pages, room } = shown;
  const chosen = counts.items + counts.pairs;
  const of = (id: string) => items.filter((item) => item.source_id === id);
  // Later pages show only their own items.
  const listed = sources.filter(({ id }) => page === 1 || of(id).length > 0);
  return (
    <form method="post">
      <fieldset disabled={!can_edit} class="min-w-0 space-y-6">
        <legend class="sr-only">What was read</legend>
        {chosen > 0 && (
          <Card>
            <div class="space-y-4">
              <p class="text-sm">{summaryOf(shown)}</p>
              {counts.passages > room && (
                <Notice look="warn">
                  Your twin has room for {formatCount(room)}{" "}
                  more passages. Leave some of this out, or delete other items
                  first.
                </Notice>
              )}
              <div class="flex flex-wrap gap-3">
                <Button name="action" value="save">
                  Save {formatCount(chosen)} {chosen === 1 ? "item" : "items"}
                </Button>
                {counts.public < chosen && (
                  <Button name="action" value="all_public" look="plain">
                    Make all public
                  </Button>
                )}
                {counts.public > 0 && (
                  <Button name="action" value="all_private" look="plain">
                    Make all private
                  </Button>
                )}
              </div>
            </div>
          </Card>
        )}
        {listed.map((source) => (
          <IntakeSourceCard
            key={source.id}
            source={source}
            items={of(source.id)}
            twin_id={intake.twin_id}
            form={form}
          />
        ))}
        <div class="flex flex-wrap items-center gap-3">
          {pages > 1 && <PageButtons page={page} pages={pages} />}
          <Button name="action" value="discard" look="danger">
            Discard all of this
          </Button>
        </div>
      </fieldset>
    </form>
  );
}

function PageButtons({ page, pages }: { page: number; pages: number }) {
  return (
    <>
      {page > 1 && (
        <Button name="action" value="previous" look="plain">
          Previous page
        </Button>
      )}
      <span class="text-sm text-muted">Page {page} of {pages}</span>
      {page < pages && (
        <Button name="action" value="next" look="plain">Next page</Button>
      )}
    </>
  );
}

/** What would be saved, as a sentence. */
function summaryOf({ counts }: IntakeShown): string {
  const { items, pairs, passages, skipped } = counts;
  const said = [
    ...items > 0 ? [`${formatCount(items)} ${plural(items, "text")}`] : [],
    ...pairs > 0
      ? [`${formatCount(pairs)} ${plural(pairs, "question")} with answers`]
      : [],
  ].join(" and ");
  const rest = skipped > 0
    ? ` ${formatCount(skipped)} more ${
      skipped === 1 ? "is" : "are"
    } not chosen.`
    : "";
  const seen = counts.public === 0
    ? "none of them public"
    : `${formatCount(counts.public)} of them public`;
  return `Nothing is saved yet. You have chosen ${said}: ${
    formatCount(passages)
  } ${plural(passages, "passage")} in all, ${seen}.${rest}`;
}

function plural(n: number, noun: string): string {
  return n === 1 ? noun : `${noun}s`;
}
