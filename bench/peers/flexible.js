// rate-limiter-flexible on Redis: decisions a second over many keys, as JSON.
import Redis from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";

const [in_flight, duration_ms, subjects, port] = Deno.args.map(Number);
const rates = {};
if (port) {
  const storeClient = new Redis({ port, host: "127.0.0.1" });
  const limiter = new RateLimiterRedis({
    storeClient,
    points: 1e9,
    duration: 60,
  });
  let calls = 0;
  const begin = performance.now();
  await Promise.all(Array.from({ length: in_flight }, async () => {
    while (performance.now() - begin < duration_ms) {
      await limiter.consume(`key_${calls++ % subjects}`);
    }
  }));
  rates.redis = calls / (performance.now() - begin) * 1000;
  await storeClient.quit();
}
console.log(JSON.stringify(rates));
Deno.exit(0);
