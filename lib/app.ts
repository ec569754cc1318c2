import { Admission } from "./limits/admission.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log.ts";
import { OpenExchanges } from "./chat/open_exchanges.ts";
import { PassageCutter } from "./content/cutter.ts";
import { PassageQuota } from "./content/quota.ts";
import { Uploads } from "./limits/uploads.ts";
import { TwinIndexes } from "./content/indexes.ts";
import { RefusalCounter } from "./figures/figures.ts";
import { HealthCheck } from "./store/health.ts";
import { KeyUses } from "./keys/uses.ts";
import { OpenStreams } from "./chat/open_streams.ts";
import { PasswordHasher } from "./accounts/passwords.ts";
import { FileReader } from "./imports/file_reader.ts";
import { SiteImports } from "./content/site_imports.ts";
import { Pictures } from "./sharing/pictures.ts";
import { HotRecords } from "./store/hot_records.ts";
import { GatheredReads } from "./store/gathered_reads.ts";

/** What every function of the domain is handed: the store, the clock and what lives as long as the process. */
export type App = {
  config: Config;
  kv: Deno.Kv;
  clock: Clock;
  log: Log;
  admission: Admission;
  reads: GatheredReads;
  hot: HotRecords;
  passwords: PasswordHasher;
  pictures: Pictures;
  files: FileReader;
  sites: SiteImports;
  cutter: PassageCutter;
  quota: PassageQuota;
  uploads: Uploads;
  indexes: TwinIndexes;
  streams: OpenStreams;
  exchanges: OpenExchanges;
  key_uses: KeyUses;
  refusals: RefusalCounter;
  health: HealthCheck;
  /** Ends queues, timers and workers, and writes what they still hold. Leaves the store open. */
  close(): Promise<void>;
};

/** Puts an app together on an open store. */
export function createApp(
  config: Config,
  store: Deno.Kv,
  clock: Clock,
  log: Log,
): App {
  const reads = new GatheredReads(store);
  const hot = new HotRecords(store, reads);
  const { kv } = hot;
  const admission = new Admission(kv, clock);
  const passwords = new PasswordHasher();
  const pictures = new Pictures();
  const files = new FileReader();
  const sites = new SiteImports();
  const cutter = new PassageCutter();
  const streams = new OpenStreams(hot);
  const key_uses = new KeyUses(kv, clock);
  const refusals = new RefusalCounter(kv, clock);
  return {
    config,
    kv,
    clock,
    log,
    admission,
    reads,
    hot,
    passwords,
    pictures,
    files,
    sites,
    cutter,
    quota: new PassageQuota(kv, config.max_passages),
    uploads: new Uploads(),
    streams,
    key_uses,
    refusals,
    indexes: new TwinIndexes(),
    exchanges: new OpenExchanges(),
    health: new HealthCheck(),
    async close() {
      streams.close();
      passwords.close();
      pictures.close();
      await sites.close();
      files.close();
      cutter.close();
      await admission.close();
      await key_uses.close();
      await refusals.close();
    },
  };
}
