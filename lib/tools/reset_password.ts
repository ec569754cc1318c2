import { createApp } from "../app.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config/config.ts";
import { createPasswordResetByEmail } from "../accounts/password_resets.ts";
import { openStore } from "../store/open.ts";
import { runTool, taskArguments } from "./run.ts";

/** `deno task reset-password EMAIL`: prints a link, valid once and for 24 hours. The server must be stopped. */
async function main(email: string | undefined): Promise<string> {
  if (!email) return "Name the account: deno task reset-password EMAIL";
  const config = readConfig(Deno.env.toObject());
  const store = await openStore(config.kv_path);
  const app = createApp(config, store.kv, systemClock(), () => {});
  try {
    const { reset_url } = await createPasswordResetByEmail(app, email);
    return `${reset_url}\nIt works once, within 24 hours. Start Twincast, then open it.`;
  } finally {
    await app.close();
    store.close();
  }
}

await runTool(() => main(taskArguments()[0]));
