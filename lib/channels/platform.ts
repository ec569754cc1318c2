import { SECOND } from "../clock.ts";

/** The addresses of the platforms' APIs. Tests pass in others. */
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
/** A platform that asks for a longer wait is tried again after this one. */
const LONGEST_WAIT_MS = 6 * 3600 * SECOND;

/** Why something could not be sent, worded for the channel's owner. */
export class SendProblem extends Error {
  override readonly name = "SendProblem";
  constructor(
    message: string,
    /** Whether a retry may help. */
    readonly may_help: boolean,
    /** The least delay before a retry, in milliseconds. */
    readonly after_ms = 0,
  ) {
    super(message);
  }
}

/** The platform rejects the channel's credentials: nothing can be sent until someone fixes them. */
export class AccountProblem extends SendProblem {
  constructor(message: string) {
    super(message, false);
  }
}

export type PlatformAnswer = {
  status: number;
  // deno-lint-ignore no-explicit-any -- the platform's own JSON, read with care by its adapter
  body: any;
  /** From `Retry-After`, in milliseconds; 0 without it. */
  retry_after_ms: number;
};

/** The API of one platform. */
export class Platform {
  constructor(
    private name: string,
    private base: string,
    private stop?: AbortSignal,
  ) {}

  /** Calls a method with JSON. Throws `SendProblem` if there is no response; the caller judges the response. */
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
      // The original message may contain the address, which may contain a token.
      throw new SendProblem(`${this.name} did not respond.`, true);
    }
  }

  /** Throws the error for a response other than 2xx: rate limited, the platform's fault, or a refusal. */
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

/** Puts a platform's text on one line of bounded length. */
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
