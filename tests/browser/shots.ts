// `deno task shots`: a picture of every page, light and dark, at 1440, 768 and 375 pixels, into shots/.
import { invite, ROOMY, signUp, startServer } from "../harness.ts";
import { launchBrowser } from "./launch.ts";
import { fillTeam, PAGES } from "./pages.ts";

const FOLDER = new URL("../../shots/", import.meta.url);
const WIDTHS = [1440, 768, 375];
const THEMES = ["light", "dark"] as const;

await using server = await startServer({ env: ROOMY });
const owner = await signUp(server);
await invite(server, owner, "viewer");
const filled = await fillTeam(server, owner);
await using browser = await launchBrowser();
await Deno.mkdir(FOLDER, { recursive: true });

let taken = 0;
for (const colorScheme of THEMES) {
  for (const width of WIDTHS) {
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ viewport, colorScheme });
    const [name, value] = owner.cookie.split("=");
    await context.addCookies([{ name, value, url: server.base }]);
    const page = await context.newPage();
    for (const [route, path] of Object.entries(PAGES)) {
      await page.goto(server.base + path(owner.twin_id, filled));
      const file = `${
        route.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "home"
      }`;
      await page.screenshot({
        path: new URL(`${file}-${width}-${colorScheme}.png`, FOLDER).pathname,
        fullPage: true,
      });
      taken++;
    }
    await context.close();
  }
}
console.log(`${taken} pictures are in shots/.`);
