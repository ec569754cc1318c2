// What the build makes of Nitro: a fetch function and nothing that listens.
// @ts-ignore: Nitro provides it while it builds
import "#nitro/virtual/polyfills";
import { useNitroApp } from "nitro/app";

const nitro = useNitroApp();

type Services = { ssr: { fetch(request: Request): Promise<Response> } };

/** Answers one request through Fresh's router, without h3 in between. */
export const fetch = (request: Request): Promise<Response> =>
  (globalThis as unknown as { __nitro_vite_envs__: Services })
    .__nitro_vite_envs__.ssr.fetch(request);

export default { fetch: nitro.fetch };
