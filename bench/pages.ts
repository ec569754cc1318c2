// The transfer size of each page, in kB: text in brotli, everything once. Run: deno run -A bench/pages.ts
import { brotliCompressSync } from "node:zlib";
import { fillTeam, signUpLongAgo } from "../tests/browser/filled_team.ts";
import { launchBrowser } from "../tests/browser/launch.ts";
import { openTab } from "../tests/browser/looking.ts";
import { PAGES } from "../tests/browser/pages.ts";
import { ROOMY, startServer } from "../tests/harness.ts";

const KINDS = ["html", "css", "javascript", "font"] as const;

await using server = await startServer({ env: ROOMY });
const owner = await signUpLongAgo(server);
const filled = await fillTeam(server, owner);
await using browser = await launchBrowser();

console.log("| page | HTML | CSS | JavaScript | fonts | all |");
console.log("| --- | --- | --- | --- | --- | --- |");
for (const [route, { path, who }] of Object.entries(PAGES)) {
  const cookie = who === "team" ? owner.cookie : null;
  const { page } = await openTab(browser, server.base, cookie);
  const bytes = new Map<string, number>();
  const reading: Promise<void>[] = [];
  page.on("response", (response) => {
    // What a frame on the page loads counts towards that frame's own page.
    if (response.frame() !== page.mainFrame()) return;
    const type = response.headers()["content-type"] ?? "";
    const kind = KINDS.find((kind) => type.includes(kind)) ?? "other";
    const is_text = /html|css|javascript|json|svg/.test(type);
    reading.push(
      response.body().then((body) => {
        const { length } = is_text ? brotliCompressSync(body) : body;
        bytes.set(kind, (bytes.get(kind) ?? 0) + length);
      }, () => {}),
    );
  });
  await page.goto(server.base + path(filled));
  await page.waitForLoadState("networkidle");
  await Promise.all(reading);
  const all = [...bytes.values()].reduce((sum, n) => sum + n, 0);
  const figures = [...KINDS.map((kind) => bytes.get(kind) ?? 0), all]
    .map((n) => (n / 1000).toFixed(1));
  console.log(`| ${route} | ${figures.join(" | ")} |`);
  await page.context().close();
}
