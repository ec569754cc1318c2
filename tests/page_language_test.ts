// A question without a recognisable language is answered in the one the page's client asks for.
import assert from "node:assert/strict";
import { shareTwin, signUp, startServer } from "./harness.ts";

Deno.test("chat: a question in a recognisable language keeps it; any other is answered in the page's", async () => {
  await using server = await startServer();
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const ask = async (message: string, language: string) => {
    const response = await server.fetch(chat, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "accept-language": language,
      },
      body: JSON.stringify({ message }),
    });
    assert.equal(response.status, 200);
    return (await response.json()).answer as string;
  };
  const english = await ask("Qwertz?", "*");
  assert.match(english, /^I could not find that/);
  assert.equal(await ask("Qwertz?", "xx, y;q=0.5"), english);
  assert.equal(await ask("Qwertz?", ""), english);
  const german = await ask("Qwertz?", "de-AT,de;q=0.9,en;q=0.8");
  assert.notEqual(german, english);
  assert.match(german, /nicht/);
  const told = await ask(
    "Could you please tell me where the helicopters are kept?",
    "de",
  );
  assert.match(told, /^I(’m not sure| could not find)/);
});
