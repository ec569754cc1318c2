import { startServer } from "../tests/harness.ts";
import { FILLED, fillTeam, signUpLongAgo } from "../tests/browser/filled_team.ts";
import { launchBrowser } from "../tests/browser/launch.ts";
import { dress, openTab } from "../tests/browser/looking.ts";
const server = await startServer({ env: FILLED });
const owner = await signUpLongAgo(server);
const filled = await fillTeam(server, owner);
const browser = await launchBrowser();
const { page } = await openTab(browser, server.base, owner.cookie);
const list = JSON.parse(Deno.args[0]) as [string,string,number,"light"|"dark"][];
for (const [name, path, width, theme] of list) {
  await page.setViewportSize({ width, height: 900 });
  const p = path.replace("{code}", filled.key).replace(/\{(\w+)\}/g, (_, k) => (filled as any)[k] ?? "");
  await page.goto(server.base + p); await dress(page, theme);
  await page.screenshot({ path: `/tmp/shot_${name}.png`, fullPage: true });
}
await browser.close(); await server[Symbol.asyncDispose]();
