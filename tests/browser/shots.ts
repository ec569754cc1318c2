// `deno task shots`: a screenshot of every page, light and dark, at 1440, 768 and 375 pixels, into shots/.
import { startServer } from "../harness.ts";
import { FILLED, fillTeam, signUpLongAgo } from "./filled_team.ts";
import { launchBrowser } from "./launch.ts";
import { openTab } from "./looking.ts";
import { PAGES } from "./pages.ts";

const FOLDER = new URL("../../shots/", import.meta.url);
const WIDTHS = [1440, 768, 375];
const THEMES = ["light", "dark"] as const;

await using server = await startServer({ env: FILLED });
const owner = await signUpLongAgo(server);
const filled = await fillTeam(server, owner);
await using browser = await launchBrowser();
await Deno.mkdir(FOLDER, { recursive: true });

let taken = 0;
for (const [route, { path, who }] of Object.entries(PAGES)) {
  const cookie = who === "team"
    ? owner.cookie
    : who === "trial"
    ? filled.trial
    : null;
  const { page } = await openTab(browser, server.base, cookie);
  const name = route.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "home";
  for (const width of WIDTHS) {
    for (const colorScheme of THEMES) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(server.base + path(filled));
      const file = new URL(`${name}-${width}-${colorScheme}.png`, FOLDER);
      await page.screenshot({ path: file.pathname, fullPage: true });
      taken++;
    }
  }
  await page.context().close();
}
console.log(`${taken} pictures are in shots/.`);
