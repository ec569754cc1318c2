import { z } from "zod";
import { line, text, wholeAddress } from "./common.ts";
import { publicTwinView } from "./twin.ts";

/** A page of a trial's site: found, being read, read, or left out. */
const pageState = z.enum(["waiting", "reading", "read", "left_out"]);

const trialPage = z.strictObject({
  url: z.string(),
  title: z.string(),
  state: pageState,
});
export type TrialPage = z.infer<typeof trialPage>;

const trialStatus = z.enum(["reading", "ready", "failed"]);

/**
 * A twin that someone tries without an account: a team without members, and its twin. Stored under the hash of the
 * browser's cookie; deleted by the commit in which a sign-up takes it over.
 */
export type Trial = {
  token_hash: string;
  tenant_id: string;
  twin_id: string;
  /** Which of the installation's slots it uses. */
  slot: number;
  /** The typed address; null for a trial from text. */
  url: string | null;
  status: z.infer<typeof trialStatus>;
  /** The job that reads its site, with its progress; null if there is none. */
  job_id: string | null;
  /** Why it failed, as text. */
  problem: string | null;
  created_at: string;
  expires_at: string;
};

/** What has been found and read of a site so far. */
export type TrialProgress = { pages: TrialPage[] };

/** The slot of a trial, and until when, in milliseconds. */
export type TrialSlot = { token_hash: string; until_ms: number };

/** The fewest characters worth answering from. */
const LEAST_TEXT = 40;

/** A typed address: a missing scheme means https, or http if that does not respond. */
const typedAddress = z.string().trim()
  .min(1, "Type your website’s address")
  .max(2_000, "This address is too long")
  .transform(wholeAddress)
  .refine(isWebAddress, "Write your website’s address, such as clay.example")
  .transform((typed) => new URL(typed).href);

function isWebAddress(typed: string): boolean {
  const url = URL.parse(typed);
  return url !== null && /^https?:$/.test(url.protocol) && !url.username &&
    !url.password && url.hostname !== "" &&
    // A single word is a name in someone's own network, or not an address at all.
    (/[.\]]/.test(url.hostname) || url.port !== "");
}

export const trialInput = z.strictObject({ url: typedAddress });
export type TrialInput = z.infer<typeof trialInput>;

export const writtenTrialInput = z.strictObject({
  name: line(100),
  text: text(4_000).trim()
    .min(LEAST_TEXT, "Write a little more: about three sentences"),
});
export type WrittenTrialInput = z.infer<typeof writtenTrialInput>;

export const startedTrialView = z.strictObject({ status_url: z.string() });

export const trialView = z.strictObject({
  status: trialStatus,
  pages: z.array(trialPage),
  /** Why it failed, as text. */
  problem: z.string().optional(),
  /** Present once it can be asked. */
  twin: publicTwinView.optional(),
});
export type TrialView = z.infer<typeof trialView>;
