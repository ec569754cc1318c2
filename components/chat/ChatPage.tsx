import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { PublicTwinView, SharePageView } from "../../lib/schemas/twin.ts";
import type { Words } from "../../lib/embed/words/words.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Badge } from "../ui/Badge.tsx";
import { PageHead } from "./PageHead.tsx";
import { tint } from "./tint.ts";

type Props = {
  words: Words;
  /** Allows the page's own colours in its policy. */
  nonce: string;
  children: ComponentChildren;
};

type TwinPageProps = Props & {
  twin: SharePageView;
  /** The page's public address. */
  url?: string;
  isSearchable?: boolean;
};

/** A twin's own page: its portrait and the composer in the centre until the first question, then a conversation. */
export function TwinPage(
  { twin, url, isSearchable = false, ...rest }: TwinPageProps,
) {
  return (
    <div class="twin-page plain-type" data-look={twin.page_theme}>
      <ChatHead
        {...rest}
        {...{ twin, isSearchable }}
      />
      {url && <PageHead twin={twin} url={url} isSearchable={isSearchable} />}
      <main class="h-card">
        <header class="twin-header">
          <Avatar
            name={twin.name}
            src={twin.avatar_url}
            size="xl"
            colour={twin.accent_color}
            class="twin-face u-photo"
          />
          <div class="min-w-0">
            <div class="twin-name">
              <h1 dir="auto" class="p-name min-w-0 wrap-anywhere">
                {twin.name}
              </h1>
              <Badge>{rest.words.ai}</Badge>
            </div>
            {twin.bio && (
              <p dir="auto" class="twin-bio p-note wrap-anywhere">
                {twin.bio}
              </p>
            )}
          </div>
        </header>
        <div class="twin-card">
          {rest.children}
          <Disclosure text={twin.disclosure} />
        </div>
        <Links twin={twin} label={rest.words.links} />
      </main>
    </div>
  );
}

/** A conversation in a frame on another page. */
export function EmbeddedChatPage(
  { twin, words, nonce, children }: Props & { twin: PublicTwinView },
) {
  return (
    <main class="plain-type flex h-dvh w-full flex-col px-4 py-3">
      <ChatHead {...{ twin, nonce }} />
      <header class="flex items-center gap-4 border-b border-line pb-4">
        <Avatar
          name={twin.name}
          src={twin.avatar_url}
          colour={twin.accent_color}
        />
        <div class="min-w-0">
          <div class="flex flex-wrap items-center gap-x-2">
            <h1
              dir="auto"
              class="line-clamp-2 min-w-0 text-lg font-semibold wrap-anywhere"
            >
              {twin.name}
            </h1>
            <Badge>{words.ai}</Badge>
          </div>
          {twin.bio && (
            <p dir="auto" class="line-clamp-2 text-sm wrap-anywhere text-muted">
              {twin.bio}
            </p>
          )}
        </div>
      </header>
      {children}
      <Disclosure text={twin.disclosure} />
    </main>
  );
}

type HeadProps = {
  twin: PublicTwinView;
  nonce: string;
  isSearchable?: boolean;
};

function ChatHead({ twin, nonce, isSearchable }: HeadProps) {
  return (
    <Head>
      <title>{twin.name}</title>
      {!isSearchable && <meta name="robots" content="noindex" />}
      <meta name="theme-color" content={twin.accent_color} />
      <style nonce={nonce}>{tint(twin.accent_color)}</style>
    </Head>
  );
}

/** Says that an AI answers: every page of a twin shows it. */
function Disclosure({ text }: { text: string }) {
  return <p dir="auto" class="pt-1 text-xs wrap-anywhere text-muted">{text}</p>;
}

function Links({ twin: { links }, label }: {
  twin: SharePageView;
  label: string;
}) {
  if (links.length === 0) return null;
  return (
    <nav aria-label={label} class="twin-links">
      {links.map(({ label, url }) => (
        <a
          key={url + label}
          href={url}
          rel="noreferrer me"
          target="_blank"
          class="u-url inline-flex min-h-9 max-w-full items-center gap-1.5 rounded-full border border-line bg-raised px-4 text-sm font-medium text-ink shadow-xs transition hover:border-accent"
        >
          <bdi class="min-w-0 truncate">{label}</bdi>
          <span aria-hidden="true" class="text-muted">↗</span>
        </a>
      ))}
    </nav>
  );
}
