// Unpacks Chromium into TMPDIR, which is where the package writes. In its own process, since that variable applies to a
// whole process: `chromium.ts` starts it.
import { inflate } from "@sparticuz/chromium";
import { fileURLToPath } from "node:url";

const archives = new URL("../bin/", import.meta.resolve("@sparticuz/chromium"));
for (const { name } of Deno.readDirSync(archives)) {
  await inflate(fileURLToPath(new URL(name, archives)));
}
