import type { ShareLinkView } from "../lib/schemas/share_link.ts";
import type { TwinView } from "../lib/schemas/twin.ts";
import { Card } from "./ui/Card.tsx";

type Props = { twin: TwinView; link: ShareLinkView };

/** What the link looks like to others: the page itself, and the card that messengers show. */
export function SharePreview({ twin, link }: Props) {
  if (!link.public_share_enabled) {
    return (
      <Card title="What others see">
        <p class="text-sm text-muted">
          Nothing yet: the link answers that there is no such page. Turn the
          switch on, and your page appears here.
        </p>
      </Card>
    );
  }
  const { host } = new URL(link.share_url);
  return (
    <div class="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <Card title="Your page on a phone">
        <iframe
          title={`The public page of ${twin.name}, live`}
          src={link.share_url}
          loading="lazy"
          class="mx-auto h-[42rem] w-full max-w-[23.5rem] rounded-[2rem] border-8 border-ink bg-surface shadow-lg"
        />
      </Card>
      <Card title="The card in messengers">
        <div class="space-y-3">
          <figure class="max-w-md overflow-hidden rounded-xl border border-line bg-surface shadow-sm">
            <img
              src={`${link.share_url}/card.png`}
              alt={`Card with the name ${twin.name}`}
              width="1200"
              height="630"
              loading="lazy"
              class="h-auto w-full bg-hover"
            />
            <figcaption class="space-y-0.5 p-4 text-sm">
              <span class="block text-xs text-muted uppercase">{host}</span>
              <bdi class="line-clamp-2 font-semibold wrap-anywhere">
                {twin.name}
              </bdi>
              <bdi class="line-clamp-2 wrap-anywhere text-muted">
                {twin.bio || twin.greeting}
              </bdi>
            </figcaption>
          </figure>
          <p class="text-sm text-muted">
            It shows the twin's picture, name and colour:{" "}
            <a
              class="text-accent underline"
              href={`/dashboard/settings?twin=${twin.id}`}
            >
              change them in Settings
            </a>. Messengers may keep an earlier card for some days.
          </p>
        </div>
      </Card>
    </div>
  );
}
