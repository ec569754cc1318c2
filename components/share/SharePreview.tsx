import type { TwinView } from "../../lib/schemas/twin.ts";
import { Card } from "../ui/Card.tsx";

type Props = {
  twin: TwinView;
  /** The page's address. */
  page_url: string;
  /** The twin is shared. */
  is_on: boolean;
};

/** What others see of the link: the page itself, and the card in messengers. */
export function SharePreview({ twin, page_url, is_on }: Props) {
  if (!is_on) {
    return (
      <Card title="What others see">
        <p class="text-sm text-muted">
          Nothing yet: the link says that there is no such page. Turn sharing on
          to see your page here.
        </p>
      </Card>
    );
  }
  return (
    <div class="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <Card title="Your page on a phone">
        <iframe
          title={`The public page of ${twin.name}, live`}
          src={page_url}
          loading="lazy"
          class="mx-auto h-[42rem] w-full max-w-[23.5rem] rounded-[2rem] border-8 border-black bg-surface shadow-lg ring-1 ring-line"
        />
      </Card>
      <MessengerCard twin={twin} page_url={page_url} />
    </div>
  );
}

function MessengerCard({ twin, page_url }: Omit<Props, "is_on">) {
  const { host } = new URL(page_url);
  return (
    <Card title="The card in messengers">
      <div class="space-y-3">
        <div class="rounded-xl bg-surface p-4 sm:p-6">
          <figure class="ms-auto max-w-md space-y-2 rounded-2xl rounded-ee-md border border-line bg-accent-soft p-2 shadow-sm">
            <figcaption class="px-2 pt-1 text-sm break-all text-accent">
              {page_url}
            </figcaption>
            <div class="overflow-hidden rounded-xl border border-line bg-raised">
              <img
                src={`${page_url}/card.png`}
                alt={`Card with the name ${twin.name}`}
                width="1200"
                height="630"
                loading="lazy"
                class="h-auto w-full bg-hover"
              />
              <div class="space-y-0.5 p-3 text-sm">
                <bdi class="line-clamp-2 font-semibold wrap-anywhere">
                  {twin.name}
                </bdi>
                <bdi class="line-clamp-2 wrap-anywhere text-muted">
                  {twin.bio || twin.greeting}
                </bdi>
                <span class="block text-xs text-muted">{host}</span>
              </div>
            </div>
          </figure>
        </div>
        <p class="text-sm text-muted">
          It shows the twin’s picture, name and colour:{" "}
          <a
            class="text-accent underline"
            href={`/dashboard/settings?twin=${twin.id}`}
          >
            change them in Settings
          </a>. Messengers may show an earlier card for some days.
        </p>
      </div>
    </Card>
  );
}
