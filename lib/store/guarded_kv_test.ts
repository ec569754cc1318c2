import { tempStore } from "../../tests/stores.ts";
import { storeSuite } from "../../tests/store_suite.ts";
import { openStore } from "./open.ts";

storeSuite("store in memory", async () => {
  const store = await openStore(":memory:");
  return {
    ...store,
    [Symbol.asyncDispose]: () => Promise.resolve(store.close()),
  };
});

storeSuite("store in a file", async () => {
  const file = await tempStore();
  const store = await openStore(file.path);
  return {
    ...store,
    async [Symbol.asyncDispose]() {
      store.close();
      await file[Symbol.asyncDispose]();
    },
  };
});
