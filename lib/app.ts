import { Admission, type WithAdmission } from "./limits/admission.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config/config.ts";
import type { Context } from "./context.ts";
import type { Log } from "./log.ts";
import { OpenExchanges, type WithExchanges } from "./chat/open_exchanges.ts";
import {
  ContentLists,
  type WithContentLists,
} from "./content/content_lists.ts";
import { PassageCutter, type WithCutter } from "./content/cutter.ts";
import { PassageQuota, type WithQuota } from "./content/quota.ts";
import {
  Uploads,
  type WithPageReads,
  type WithUploads,
} from "./limits/uploads.ts";
import { AnswerWorkers } from "./content/answer_workers.ts";
import { TwinIndexes, type WithIndexes } from "./content/indexes.ts";
import { RefusalCounter, type WithRefusals } from "./limits/refusals.ts";
import { RefusalCodes, type WithRefusalCodes } from "./limits/refusal_codes.ts";
import { savingOfImports } from "./intake/saving.ts";
import { readingOfSources } from "./sources/read_source.ts";
import { TwinVectors, type WithVectors } from "./vectors/twin_vectors.ts";
import { generateQuestions } from "./chat/model/generate_questions.ts";
import { contentWork } from "./models/content_work.ts";
import { JobRunner, type WithJobs } from "./jobs/runner.ts";
import type { JobKind } from "./jobs/kind.ts";
import { letterJobs } from "./mail/outbox.ts";
import { embedContent } from "./vectors/embed_content.ts";
import {
  ContentFindings,
  type WithContentFindings,
} from "./findings/content_findings.ts";
import { Opens, type WithOpens } from "./figures/opens.ts";
import { Quotes, type WithQuotes } from "./figures/quotes.ts";
import { HealthCheck, type WithHealth } from "./store/health.ts";
import { KeyUses, type WithKeyUses } from "./keys/uses.ts";
import {
  Metrics,
  watchEventLoop,
  type WithMetrics,
} from "./metrics/metrics.ts";
import { NO_TRACING, type WithTracing } from "./tracing/tracing.ts";
import { OpenStreams, type WithStreams } from "./chat/open_streams.ts";
import { forgotJobs } from "./accounts/forgotten.ts";
import { PasswordHasher, type WithPasswords } from "./accounts/passwords.ts";
import { FileReader, type WithFileReader } from "./imports/file_reader.ts";
import { Pictures, type WithPictures } from "./sharing/pictures.ts";
import { TRIAL_GUARD, type WithTrialGuard } from "./trials/guard.ts";
import { readingOfTrials } from "./trials/read_site.ts";
import { TRIAL_JOB } from "./trials/trials.ts";
import { WEBHOOK_JOB } from "./webhooks/outbox.ts";
import { webhookJobs } from "./webhooks/sending.ts";
import { channelJobs } from "./channels/answering.ts";
import { CHANNEL_JOB } from "./channels/inbox.ts";
import { PLATFORMS, type WithPlatforms } from "./channels/platform.ts";
import { isShared } from "./store/shared.ts";
import { RecordCache, type WithRecordCache } from "./store/record_cache.ts";
import { GatheredReads, type WithReads } from "./store/gathered_reads.ts";

/**
 * The whole app: everything that functions are handed and that lives as long as the process. Known only to the code
 * that answers requests.
 */
export type App =
  & Context
  & WithAdmission
  & WithReads
  & WithRecordCache
  & WithPasswords
  & WithPictures
  & WithFileReader
  & WithCutter
  & WithQuota
  & WithUploads
  & WithPageReads
  & WithIndexes
  & WithContentLists
  & WithContentFindings
  & WithQuotes
  & WithOpens
  & WithVectors
  & WithJobs
  & WithStreams
  & WithExchanges
  & WithKeyUses
  & WithRefusals
  & WithRefusalCodes
  & WithHealth
  & WithMetrics
  & WithTracing
  & WithTrialGuard
  & WithPlatforms
  & {
    /** A live shared twin for the landing page; null if there is none. */
    showcase: Showcase | null;
    /** Ends queues, timers and workers, and writes what they still hold. Leaves the store open. */
    close(): Promise<void>;
  };

/** The twin shown on the landing page, and its share token. */
type Showcase = { twin_id: string; token: string };

/**
 * Puts an app together on an open store. `metrics` already holds what the store's opener counted. Tests pass in
 * limits for reading trials and the platforms' addresses.
 * One function: it lists everything that lives as long as the process, and what `close` has to end.
 */
export function createApp(
  config: Config,
  store: Deno.Kv,
  clock: Clock,
  log: Log,
  {
    trial_guard = TRIAL_GUARD,
    metrics = new Metrics(),
    tracing = NO_TRACING,
    platforms = PLATFORMS,
  } = {},
): App {
  const reads = new GatheredReads(store);
  const cache = new RecordCache(store, reads);
  const { kv } = cache;
  const admission = new Admission(
    kv,
    clock,
    {
      onBatch: (calls) => metrics.admission_batch.observe(calls),
      is_shared: isShared(config.kv_path),
    },
  );
  const passwords = new PasswordHasher();
  const pictures = new Pictures();
  const files = new FileReader();
  const cutter = new PassageCutter();
  const streams = new OpenStreams(cache, clock);
  const key_uses = new KeyUses(kv, clock);
  const refusals = new RefusalCounter(kv, clock);
  const opens = new Opens(kv, clock);
  const refusal_codes = new RefusalCodes(cache, clock);
  const jobs = new JobRunner();
  const indexes = new TwinIndexes(
    new AnswerWorkers(config.answer_workers, log),
  );
  const unwatch = config.metrics_token === null
    ? () => {}
    : watchEventLoop(metrics);
  const app: App = {
    config,
    kv,
    clock,
    log,
    trial_guard,
    metrics,
    tracing,
    showcase: null,
    platforms,
    admission,
    reads,
    cache,
    passwords,
    pictures,
    files,
    cutter,
    quota: new PassageQuota(kv, config.max_passages),
    uploads: new Uploads(),
    page_reads: new Uploads(20, "addresses"),
    streams,
    key_uses,
    refusals,
    opens,
    refusal_codes,
    indexes,
    content_lists: new ContentLists(),
    content_findings: new ContentFindings(),
    quotes: new Quotes(),
    vectors: new TwinVectors(),
    jobs,
    exchanges: new OpenExchanges(),
    health: new HealthCheck(),
    async close() {
      unwatch();
      await jobs.close();
      streams.close();
      passwords.close();
      pictures.close();
      files.close();
      cutter.close();
      indexes.close();
      await admission.close();
      await key_uses.close();
      await refusals.close();
      await opens.close();
      await refusal_codes.close();
    },
  };
  jobs.begin(app, jobKinds(app));
  return app;
}

/** All background jobs, by their stored names. */
function jobKinds(app: App): Record<string, JobKind> {
  return {
    source: readingOfSources(app),
    ...savingOfImports(app),
    [TRIAL_JOB]: readingOfTrials(app),
    [WEBHOOK_JOB]: webhookJobs(app),
    embeddings: contentWork(
      app,
      (twin, lease) => embedContent(app, twin, lease),
    ),
    questions: contentWork(
      app,
      (twin, lease) => generateQuestions(app, twin, lease),
    ),
    [CHANNEL_JOB]: channelJobs(app),
    letter: letterJobs(app),
    forgot: forgotJobs(app),
  };
}
