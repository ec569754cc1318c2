import "../components/app.css";
import { app } from "./$_app.ts";

export default app(({ children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>Twincast</title>
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    </head>
    <body>{children}</body>
  </html>
));
