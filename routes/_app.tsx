import "../components/styles/app.css";
import { currentRendering } from "../lib/http/rendering.ts";
import { app } from "./$_app.ts";

/** A sidebar page is prefetched on hover. */
const PREFETCH = JSON.stringify({
  prefetch: [{
    where: { selector_matches: "a.rail-link" },
    eagerness: "moderate",
  }],
});

export default app(({ children }) => {
  const { look, language, nonce, pathname } = currentRendering() ?? {};
  const theme = look?.theme === "system" ? undefined : look?.theme;
  return (
    <html
      lang={language?.lang ?? "en"}
      dir={language?.dir}
      data-theme={theme}
      data-sidebar={look?.is_folded ? "folded" : undefined}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme ?? "light dark"} />
        <title>Twincast</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        {children}
        {pathname?.startsWith("/dashboard") && (
          <script
            type="speculationrules"
            nonce={nonce}
            dangerouslySetInnerHTML={{ __html: PREFETCH }}
          />
        )}
      </body>
    </html>
  );
});
