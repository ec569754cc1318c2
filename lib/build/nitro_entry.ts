// Nitro's build output: a fetch function that does not listen.
// @ts-ignore: Nitro provides it during the build
import "#nitro/virtual/polyfills";
import { useNitroApp } from "nitro/app";

const nitro = useNitroApp();

type Services = { ssr: { fetch(request: Request): Promise<Response> } };

/** Answers one request through Fresh's router, without h3 in between. */
export const fetch = (request: Request): Promise<Response> =>
  (globalThis as unknown as { __nitro_vite_envs__: Services })
    .__nitro_vite_envs__.ssr.fetch(request);

export default { fetch: nitro.fetch };
