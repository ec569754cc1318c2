import type { z } from "zod";
import type { Role } from "../../schemas/common.ts";

/**
 * Who may call: `public` anyone, `visitor` a session id, `link` a share token, `key` an API key or ticket, `program`
 * a secret key, which also identifies the twin, `agent` a secret key or a share token, `trial` the browser that tries
 * a twin, `operator` the holder of the server's own token, `platform` a channel's platform or the mail provider, by
 * its signature, `viewer` any member of the team, `editor` its editors and owners, `owner` its owners.
 */
export type Access =
  | "public"
  | "visitor"
  | "link"
  | "key"
  | "program"
  | "agent"
  | "trial"
  | "operator"
  | "platform"
  | "viewer"
  | "editor"
  | "owner";

/** Whether only members of the team may call, with the role it names. */
export function isMembers(access: Access): access is Role {
  return access === "viewer" || access === "editor" || access === "owner";
}

const OF_VISITORS: ReadonlySet<Access> = new Set<Access>(
  ["visitor", "link", "key", "program", "agent", "trial"],
);

/** Whether visitors call, or programs on their behalf: their refusals carry a code for the twin's owner. */
export function isVisitors(access: Access): boolean {
  return OF_VISITORS.has(access);
}

/** One method of one path of the API, as data: it validates requests and describes itself in OpenAPI. */
export type Operation = {
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With parameters as `{name}`. */
  path: `/${string}`;
  summary: string;
  access: Access;
  query?: z.ZodObject;
  /** Validated JSON. */
  body?: z.ZodType;
  /** The largest body in bytes, if not the default. */
  max_body?: number;
  /** The media type of a body other than JSON. */
  body_type?: string;
  /** It also accepts lines of JSON, `application/jsonl`, up to this many bytes, and then responds with them. */
  max_lines?: number;
  /** Required headers, with their purpose. */
  headers?: Record<string, string>;
  /** Optional headers, with their purpose. */
  optional_headers?: Record<string, string>;
  /** The schema of a success; null for an empty 204. */
  response: z.ZodType | null;
  /** Media types of a success besides JSON. */
  response_types?: string[];
  /** A success contains a secret, shown this once. */
  makes_secret?: true;
  /** The status of a success. */
  status: number;
  /** The 200 response to a query with `dry_run=true`, which changes nothing. */
  dry_run?: z.ZodType;
};

/** The header of a call that is carried out once, however often it is sent. */
export const IDEMPOTENCY_HEADER = {
  "Idempotency-Key":
    "A call repeated with the same key within 24 hours is carried out once and answered as before; if it created a secret, with 409 and the id of what it created",
};

/** Whether a call creates something of the team's and so may carry an `Idempotency-Key`. */
export function isCreating({ method, status, access }: Operation): boolean {
  return method === "POST" && status === 201 && isMembers(access);
}

/** Keeps an operation's exact type, from which its handler's is derived. */
export function operation<const O extends Operation>(o: O): O {
  return o;
}
