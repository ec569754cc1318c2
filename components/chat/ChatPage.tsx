import type { ComponentChildren } from "preact";
import { Head } from "fresh/runtime";
import type { PublicTwinView } from "../../lib/schemas/twin.ts";
import { textOn } from "../../lib/client/contrast.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Badge } from "../ui/Badge.tsx";

type Props = {
  twin: PublicTwinView;
  /** Lets the page's own colours through its policy. */
  nonce: string;
  /** The page's own address, where it is one to be shared. */
  share_url?: string;
  /** It is a part of another page. */
  isEmbedded?: boolean;
  children: ComponentChildren;
};

/** The frame of a conversation that fills the window: the twin's face and that it is an AI. */
export function ChatPage(
  { twin, nonce, share_url, isEmbedded, children }: Props,
) {
  const accent = twin.accent_color;
  const body = (
    <main
      class={`plain-type flex w-full flex-col px-4 ${
        isEmbedded
          ? "h-dvh py-3"
          : "mx-auto h-full max-h-[60rem] max-w-2xl py-4 sm:rounded-2xl sm:border sm:border-line sm:bg-surface sm:px-6 sm:shadow-lg"
      }`}
    >
      <Head>
        <title>{twin.name}</title>
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content={accent} />
        <style nonce={nonce}>
          {tint(accent)}
        </style>
      </Head>
      {share_url && <Card twin={twin} url={share_url} />}
      <header class="flex items-center gap-4 border-b border-line pb-4">
        <Avatar
          name={twin.name}
          src={twin.avatar_url}
          size={isEmbedded ? "md" : "lg"}
          isTinted
        />
        <div class="min-w-0">
          <div class="flex flex-wrap items-center gap-x-2">
            <h1
              dir="auto"
              class="line-clamp-2 min-w-0 text-lg font-semibold wrap-anywhere"
            >
              {twin.name}
            </h1>
            <Badge>AI</Badge>
          </div>
          {twin.bio && (
            <p dir="auto" class="line-clamp-2 text-sm wrap-anywhere text-muted">
              {twin.bio}
            </p>
          )}
        </div>
      </header>
      {children}
      <p dir="auto" class="pt-1 text-xs wrap-anywhere text-muted">
        {twin.disclosure}
      </p>
    </main>
  );
  if (isEmbedded) return body;
  return <div class="entry-ground flex h-dvh items-center sm:p-6">{body}</div>;
}

/** The page's colours from the accent: as ink it is as dark, or as light, as it must be to be read. */
function tint(accent: string): string {
  const ink = (lightness: string) => `oklch(from ${accent} ${lightness} c h)`;
  const colours = {
    tint: accent,
    "on-tint": textOn(accent),
    accent: `light-dark(${ink("min(l,.48)")},${ink("max(l,.78)")})`,
    "accent-soft": `color-mix(in oklch,${accent} 10%,var(--raised))`,
    glow: accent,
    "glow-far": accent,
  };
  const rules = Object.entries(colours).map((pair) => `--${pair.join(":")}`);
  return `:root:root{${rules.join(";")}}`;
}

/** What messengers and phones want to know of a shared page (Open Graph, Web Application Manifest). */
function Card({ twin, url }: { twin: PublicTwinView; url: string }) {
  const about = twin.bio || twin.greeting;
  return (
    <Head>
      <meta name="description" content={about} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={url} />
      <meta property="og:title" content={twin.name} />
      <meta property="og:description" content={about} />
      <meta property="og:image" content={`${url}/card.png`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={`${twin.name}, ${about}`} />
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="manifest" href={`${url}/manifest.webmanifest`} />
      <link rel="apple-touch-icon" href={`${url}/icon-192.png`} />
    </Head>
  );
}
