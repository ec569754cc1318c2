import { SECOND } from "../clock.ts";

/** Where the platforms' APIs are. Tests hand in others. */
export const PLATFORMS = {
  telegram: "https://api.telegram.org",
  slack: "https://slack.com/api",
  discord: "https://discord.com/api/v10",
  whatsapp: "https://graph.facebook.com/v25.0",
};
export type Platforms = typeof PLATFORMS;
export type WithPlatforms = { platforms: Platforms };

const TIMEOUT_MS = 15 * SECOND;
const MAX_ANSWER = 256 * 1024;
/** A platform that says nothing of when is asked again after so long; one that says years is not believed. */
const LONGEST_WAIT_MS = 6 * 3600 * SECOND;

/** Why something could not be sent, as a text for the channel's owner. */
export class SendProblem extends Error {
  override readonly name = "SendProblem";
  constructor(
    message: string,
    /** Whether another try may help. */
    readonly may_help: boolean,
    /** The platform wants no other try before, in milliseconds. */
    readonly after_ms = 0,
  ) {
    super(message);
  }
}

/** The platform does not take what the channel was set up with: no message can be sent until someone mends it. */
export class AccountProblem extends SendProblem {
  constructor(message: string) {
    super(message, false);
  }
}

export type PlatformAnswer = {
  status: number;
  // deno-lint-ignore no-explicit-any -- each platform's own JSON, read with care by its adapter
  body: any;
  /** As `Retry-After` says, in milliseconds; 0 where it does not. */
  retry_after_ms: number;
};

/** The API of one platform. */
export class Platform {
  constructor(
    private name: string,
    private base: string,
    private stop?: AbortSignal,
  ) {}

  /** Calls a method with JSON. Throws `SendProblem` where nobody answers; what was answered is the caller's to judge. */
  async call(
    method: "GET" | "POST" | "PATCH" | "PUT",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<PlatformAnswer> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await fetch(this.base + path, {
        method,
        headers: {
          ...body === undefined
            ? {}
            : { "content-type": "application/json; charset=utf-8" },
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        redirect: "error",
        signal: this.stop ? AbortSignal.any([this.stop, timeout]) : timeout,
      });
      return {
        status: response.status,
        body: parsed(await beginning(response)),
        retry_after_ms: waitOf(response.headers.get("retry-after")),
      };
    } catch {
      this.stop?.throwIfAborted();
      // Its own words may hold the address, and that a token.
      throw new SendProblem(`${this.name} did not answer.`, true);
    }
  }

  /** Throws what an answer other than 2xx means: too many, its own fault, or no. */
  refused({ status, retry_after_ms }: PlatformAnswer, why: string): never {
    if (status === 429) {
      throw new SendProblem(
        `${this.name} received too many messages and asks for a pause.`,
        true,
        retry_after_ms || SECOND,
      );
    }
    if (status >= 500) {
      throw new SendProblem(
        `${this.name} failed with the status ${status}.`,
        true,
        retry_after_ms,
      );
    }
    throw new SendProblem(`${this.name} refused it: ${plain(why)}`, false);
  }
}

/** A platform's own words on one line, bounded. */
function plain(words: unknown): string {
  const text = typeof words === "string" && words.trim() ? words : "no reason";
  return text.replace(/[\p{Cc}\s]+/gu, " ").slice(0, 200).toWellFormed();
}

/** Seconds, as platforms write it. */
export function waitOf(seconds: unknown): number {
  const wait_ms = Math.ceil(1000 * Number(seconds ?? 0));
  return wait_ms > 0 ? Math.min(wait_ms, LONGEST_WAIT_MS) : 0;
}

async function beginning(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_ANSWER) break;
  }
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
