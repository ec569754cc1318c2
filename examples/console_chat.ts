// A chat in a terminal. Beside this file's repository: import it from "@twincast/client" instead.
import process from "node:process";
import { createInterface } from "node:readline";
import { Twincast, TwincastError } from "../clients/ts/src/index.ts";

const { TWINCAST_URL = "", TWINCAST_TWIN = "", TWINCAST_KEY = "" } =
  process.env;
const twin = new Twincast({
  base_url: TWINCAST_URL,
  twin_id: TWINCAST_TWIN,
  key: TWINCAST_KEY,
});
let session_id: string | undefined;

console.log("Ask something, or end with Ctrl+D.");
for await (const message of createInterface({ input: process.stdin })) {
  if (!message.trim()) continue;
  try {
    for await (const event of twin.stream(message, { session_id })) {
      if (event.type === "session") session_id = event.session_id;
      if (event.type === "delta") process.stdout.write(event.text);
      if (event.type === "restart") process.stdout.write("\n");
    }
    process.stdout.write("\n");
  } catch (error) {
    if (!(error instanceof TwincastError)) throw error;
    console.error(error.message);
  }
}
