// `deno task soak [MINUTES]`: everything at once on one store, for ten minutes by default: share links, keys, streams,
// imports, revocations, deletions, a failing model, a stop and a kill. Reaches this machine only. At the end the whole
// store is audited, now and as of nine days later, and memory must not have grown over the second half.
import { DAY } from "../../lib/clock.ts";
import { delay } from "../../lib/store/commit.ts";
import { sweep } from "../../lib/sweep.ts";
import { localSite } from "../local_site.ts";
import { memoryOf } from "../process_load.ts";
import { Process } from "../processes.ts";
import { openDomain, tempStore } from "../stores.ts";
import { audit, RULES } from "./audit.ts";
import { churnAccounts, look, makeCreator, revoke, write } from "./creators.ts";
import { StoreView } from "./store_view.ts";
import { byKey, byLink, visit } from "./visitors.ts";
import { asOwner, environment, unreliableModel, type World } from "./world.ts";

const CREATORS = 4;
const VISITORS = 8;
/** The allowed growth of memory per minute of the second half, in MB. */
const MOST_GROWTH = 10;
/** Errors logged because the model broke off or fell silent, as told to. */
const OF_THE_MODEL = /AI_\w+Error|The model took too long/;

const minutes = Number(Deno.args[0] ?? 10);
if (!(minutes >= 0.5 && minutes <= 600)) {
  console.error("Name a number of minutes, from 0.5 to 600: deno task soak 10");
  Deno.exit(1);
}

await using file = await tempStore();
await using model = unreliableModel();
let calls = 0;
await using hooks = localSite(() =>
  new Response(null, { status: calls++ % 5 === 0 ? 500 : 204 })
);
const env = environment(model, [
  hooks.host,
  new URL(model.env.TWINCAST_LLM_BASE_URL).host,
]);

const world: World = {
  process: await Process.start(file.path, { env }),
  ...{ twins: [], done: new Map(), wrong: new Set(), sent: 0, answered: 0 },
  ...{ is_restarting: false, has_ended: false },
};
for (let i = 0; i < CREATORS; i++) {
  const twin = await makeCreator(world, `creator${i}@example.com`);
  if (!twin) throw new Error([...world.wrong].join("\n"));
  world.twins.push(twin);
  await asOwner(world, twin, "add webhook", ["POST", "/webhooks", {
    twin_id: twin.id,
    url: `http://${hooks.host}/hook`,
    events: ["message.created", "key.revoked", "content.changed"],
  }]);
}

/** Stops or kills the process, and restarts it on the same store. */
async function restart(how: "stop" | "kill"): Promise<void> {
  world.is_restarting = true;
  await world.process[how]();
  world.process = await Process.start(file.path, { env });
  world.is_restarting = false;
  console.log(`It was restarted (${how}).`);
}

/** Memory in MB over time in minutes, sampled every second. */
const samples: { at: number; mb: number }[] = [];
async function watchMemory(): Promise<void> {
  const begin = performance.now();
  while (!world.has_ended) {
    const mb = await memoryOf(world.process.pid) / 1e6;
    const at = (performance.now() - begin) / 60_000;
    if (at > minutes / 2 && mb > 0) samples.push({ at, mb });
    await delay(1_000);
  }
}

const going = [
  ...Array.from(
    { length: VISITORS },
    (_, i) => visit(world, i % 2 ? byKey : byLink),
  ),
  ...[write(world), write(world), revoke(world), look(world)],
  ...[churnAccounts(world), watchMemory()],
];
const part_ms = minutes * 60_000 / 10;
await delay(part_ms);
await restart("stop");
await delay(part_ms);
await restart("kill");
await delay(8 * part_ms);
world.has_ended = true;
await Promise.all(going);
const faults = world.process.lines.filter((line) =>
  /"level":"error"/.test(line) && !OF_THE_MODEL.test(line)
);
await world.process.stop();

/**
 * The growth of memory by least squares, in MB a minute. Only the lowest of each tenth of the samples counts: a
 * password that is checked or a file that is read takes tens of megabytes and gives them back.
 */
function slope(): number {
  const lows = [
    ...Map.groupBy(
      samples,
      (_, n) => Math.floor(10 * n / samples.length),
    ).values(),
  ].map((part) => part.reduce((a, b) => b.mb < a.mb ? b : a));
  const mean = (of: (one: typeof samples[number]) => number) =>
    lows.reduce((sum, one) => sum + of(one), 0) / lows.length;
  const [at, mb] = [mean((one) => one.at), mean((one) => one.mb)];
  return mean((one) => (one.at - at) * (one.mb - mb)) /
    mean((one) => (one.at - at) ** 2);
}

/** Sweeps the store and audits it as of some days later; returns the violations. */
async function auditAfter(days: number): Promise<string[]> {
  await using domain = await openDomain({ kv_path: file.path });
  const { app, clock, kv } = domain;
  clock.advance(Date.now() + days * DAY - clock.now());
  // The leftovers of an interrupted job run are released first.
  await app.jobs.idle();
  await sweep(app);
  const store = await StoreView.read(kv, clock.now());
  const broken = audit(store);
  console.log(
    `${days === 0 ? "Now" : `${days} days later`}: ${store.size} entries, ${
      RULES.length - broken.size
    } of ${RULES.length} rules hold`,
  );
  const counted = store.under<Deno.KvU64>(["figures"])
    .filter(({ key }) => key[4] === "messages")
    .reduce((sum, { value }) => sum + Number(value.value), 0);
  const wrong = [...broken].map(([rule, where]) =>
    `Broken ${where.length} times: ${rule}\n  ${where.slice(0, 5).join("\n  ")}`
  );
  if (days === 0 && (counted < world.answered || counted > world.sent)) {
    wrong.push(
      `${counted} messages are counted, of ${world.answered} answered and ${world.sent} sent`,
    );
  }
  return wrong;
}

const grew = slope();
const wrong = [
  ...[...world.wrong].slice(0, 20),
  ...faults.slice(0, 20),
  ...await auditAfter(0),
  ...await auditAfter(9),
];
if (grew > MOST_GROWTH) {
  wrong.push(`Memory grew by ${grew.toFixed(1)} MB a minute`);
}
for (const [what, times] of [...world.done].sort()) {
  console.log(`${times} × ${what}`);
}
const { mb: first } = samples[0];
console.log(
  `${world.answered} of ${world.sent} messages answered to their end in ${minutes} minutes; memory in the second half ${
    first.toFixed(0)
  } to ${samples.at(-1)?.mb.toFixed(0)} MB, ${grew.toFixed(1)} MB a minute`,
);
for (const one of wrong) console.error(one);
console.log(
  wrong.length === 0 ? "All is well." : `${wrong.length} things are wrong.`,
);
Deno.exit(wrong.length === 0 ? 0 : 1);
