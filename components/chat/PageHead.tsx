import { Head } from "fresh/runtime";
import type { SharePageView } from "../../lib/schemas/twin.ts";

type Props = {
  twin: SharePageView;
  /** The page's own address. */
  url: string;
  /** Search engines may index it. */
  isSearchable: boolean;
};

/** Metadata of a shared page for messengers, phones and search engines. */
export function PageHead({ twin, url, isSearchable }: Props) {
  const about = twin.bio || twin.greeting;
  return (
    <Head>
      <meta name="description" content={about} />
      <meta property="og:type" content="profile" />
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
      {isSearchable && <link rel="canonical" href={url} />}
      <script
        type="application/ld+json"
        dangerouslySetInnerHTML={{ __html: profile(twin, url) }}
      />
    </Head>
  );
}

/** The page as a schema.org ProfilePage; no text in it can close the script. */
function profile(twin: SharePageView, url: string): string {
  const page = {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    url,
    mainEntity: {
      "@type": "Person",
      name: twin.name,
      ...twin.bio ? { description: twin.bio } : {},
      ...twin.avatar_url ? { image: twin.avatar_url } : {},
      ...twin.links.length > 0
        ? { sameAs: twin.links.map((link) => link.url) }
        : {},
    },
  };
  return JSON.stringify(page).replace(/</g, "\\u003c");
}
