import type { ComponentChildren } from "preact";
import { Check } from "lucide-preact";
import { suggestHandle } from "../../lib/client/suggest_handle.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";

type Props = {
  twin: TwinView;
  is_shared: boolean;
  page_url: string;
  /** The button that copies the link. */
  copy: ComponentChildren;
};

/** Where a twin can be talked to, until somebody has. */
export function Live({ twin, is_shared, page_url, copy }: Props) {
  if (!is_shared) return <CodeNotInstalled twin_id={twin.id} />;
  return (
    <section
      aria-labelledby="live"
      class="space-y-3 rounded-xl border border-good/30 bg-good-soft p-5 sm:p-6"
    >
      <h2
        id="live"
        class="flex items-center gap-2 text-lg font-semibold text-good"
      >
        <Check size={20} /> Your twin is live
      </h2>
      <div class="flex flex-wrap items-center gap-3">
        <a
          class="min-w-0 font-medium wrap-anywhere text-ink underline"
          href={page_url}
        >
          {page_url.replace(/^https?:\/\//, "")}
        </a>
        {copy}
        {!twin.handle && (
          <a
            class="text-sm text-ink underline"
            href={`/dashboard/share?twin=${twin.id}#address`}
          >
            Make it short: /@{suggestHandle(twin.name) || "your-name"}
          </a>
        )}
      </div>
      <p class="text-sm text-ink">
        Before you send it, see{" "}
        <a
          class="underline"
          href={`/dashboard/content/first-questions?twin=${twin.id}`}
        >
          what it says to the questions strangers ask first
        </a>. What people ask, and what it could not answer, comes together
        here.
      </p>
    </section>
  );
}

/** A key alone is not yet a chat on a site. */
function CodeNotInstalled({ twin_id }: { twin_id: string }) {
  return (
    <section
      aria-labelledby="live"
      class="space-y-3 rounded-xl border border-accent/30 bg-accent-soft p-5 sm:p-6"
    >
      <h2 id="live" class="text-lg font-semibold text-accent">
        Your code is ready for your site
      </h2>
      <p class="text-sm text-ink">
        Paste it there, and what people ask comes together here.{" "}
        <a class="underline" href={`/dashboard/embed?twin=${twin_id}`}>
          See whether it is live
        </a>
      </p>
    </section>
  );
}
