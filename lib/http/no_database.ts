const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Twincast needs a database</title>
<body style="font: 1rem/1.5 system-ui; max-width: 36rem; margin: 4rem auto; padding: 0 1rem">
<h1>Twincast needs a database</h1>
<p>This app runs, but no KV database is attached to it, so it has nowhere to keep anything.</p>
<p>Open the app in Deno Deploy, choose <b>Databases</b>, attach a Deno KV database, and deploy it again.</p>
</body>
</html>
`;

/** The response to every request while the platform's database is missing. */
export function answerWithoutDatabase(): Response {
  return new Response(PAGE, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'",
      "x-content-type-options": "nosniff",
    },
  });
}
