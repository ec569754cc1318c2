// The share page's transfer size on a phone.
import assert from "node:assert/strict";
import { shareTwin, signUp, startServer } from "../harness.ts";
import { openBrowser } from "./launch.ts";

const MAX_BYTES = 45_000;

Deno.test("share page: at most 45 kB transferred, nothing from another site, one h1", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { token } = await shareTwin(owner);
  await using browser = await openBrowser();
  const page = await browser.newPage();
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  const urls: string[] = [];
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  network.on("Network.requestWillBeSent", ({ request }) => {
    urls.push(request.url);
  });
  await page.goto(`${server.base}/share/${owner.twin_id}/${token}`);
  await page.waitForLoadState("networkidle");
  assert.ok(urls.length > 2);
  for (const url of urls) assert.ok(url.startsWith(server.base), url);
  assert.ok(bytes > 5_000 && bytes <= MAX_BYTES, `${bytes} bytes`);
});
