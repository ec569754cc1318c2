import assert from "node:assert/strict";
import { verifyKey } from "discord-interactions";
import type { Incoming } from "./adapter.ts";
import { discord } from "./discord.ts";
import { discordKeys } from "../../tests/discord_keys.ts";

type Sent = { body: Uint8Array<ArrayBuffer>; at: string; signature: string };

/** Whether Discord's own library accepts a call, and whether the adapter does, at the call's time. */
async function taken({ body, at, signature }: Sent, public_key: string) {
  const headers: Record<string, string> = {
    "x-signature-timestamp": at,
    "x-signature-ed25519": signature,
  };
  const incoming: Incoming = {
    ...{ method: "POST", query: new URLSearchParams(), body },
    header: (name) => headers[name] ?? null,
  };
  return [
    await verifyKey(body, signature, at, public_key),
    await discord.verify(incoming, { public_key }, 1000 * Number(at)),
  ];
}

Deno.test("discord: accepts a signature exactly where Discord's own library does", async () => {
  const { privateKey, public_key: key } = await discordKeys();
  const encode = (text: string) => new TextEncoder().encode(text);
  const at = "1795720000";
  const sign = async (body: string, time = at): Promise<Sent> => {
    const signed = encode(time + body);
    const mark = await crypto.subtle.sign("Ed25519", privateKey, signed);
    const signature = new Uint8Array(mark).toHex();
    return { body: encode(body), at: time, signature };
  };
  for (const body of ['{"type":1}', "", "ü🫖", "x".repeat(70_000)]) {
    const good = await sign(body);
    assert.deepEqual(await taken(good, key), [true, true], body.slice(0, 20));
    assert.deepEqual(
      await taken({ ...good, signature: good.signature.toUpperCase() }, key),
      [true, true],
    );
    const wrong: Partial<Sent>[] = [
      { body: encode(`${body} `) },
      { at: "1795720001" },
      { signature: good.signature.replace(/.$/, (c) => c === "0" ? "1" : "0") },
      { signature: good.signature.slice(2) },
      { signature: `${good.signature}00` },
      { signature: "" },
      { signature: "z".repeat(128) },
      { signature: "0".repeat(128) },
    ];
    for (const change of wrong) {
      const call = { ...good, ...change };
      assert.deepEqual(await taken(call, key), [false, false]);
    }
    assert.deepEqual(await taken(good, "00".repeat(32)), [false, false]);
  }
});
