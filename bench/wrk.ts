import { canRun } from "./processes.ts";

/** What wrk measured. */
type Measured = { rate: number; p99_ms: number; failed: number };

/** Whether wrk is installed. */
export function hasWrk(): Promise<boolean> {
  return canRun("wrk");
}

/**
 * Sends POSTs to an address with wrk, one thread, over a number of connections. `bodies` are sent in rotation, each
 * with the next of the `tokens` as its bearer. Answers with a status other than 200 count as failed.
 */
export async function wrk(
  url: string,
  { connections = 64, seconds = 5, headers = {}, bodies = [], tokens = [] }: {
    connections?: number;
    seconds?: number;
    headers?: Record<string, string>;
    bodies?: string[];
    tokens?: string[];
  },
): Promise<Measured> {
  const script = await Deno.makeTempFile({ suffix: ".lua" });
  await Deno.writeTextFile(script, lua(headers, bodies, tokens));
  const { stdout, stderr } = await new Deno.Command("wrk", {
    args: [
      ...["-t", "1", "-c", `${connections}`, "-d", `${seconds}s`],
      ...["--latency", "--timeout", "10s", "-s", script, url],
    ],
  }).output();
  await Deno.remove(script);
  const text = new TextDecoder().decode(stdout);
  const rate = Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]);
  if (!rate) throw new Error(text + new TextDecoder().decode(stderr));
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(text) ?? [];
  const failed = Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0);
  const timeouts = Number(/timeout (\d+)/.exec(text)?.[1] ?? 0);
  return {
    rate,
    p99_ms: Number(p99) * (unit === "us" ? 0.001 : unit === "s" ? 1000 : 1),
    failed: failed + timeouts,
  };
}

function lua(
  headers: Record<string, string>,
  bodies: string[],
  tokens: string[],
): string {
  const text = (value: string) => JSON.stringify(value);
  const lines = Object.entries(headers).map(([name, value]) =>
    `wrk.headers[${text(name)}] = ${text(value)}`
  );
  if (bodies.length === 0) return lines.join("\n");
  return `wrk.method = "POST"
${lines.join("\n")}
local bodies = { ${bodies.map(text).join(", ")} }
local tokens = { ${tokens.map(text).join(", ")} }
local n = 0
request = function()
  n = n + 1
  if #tokens > 0 then
    wrk.headers["authorization"] = "Bearer " .. tokens[n % #tokens + 1]
  end
  return wrk.format(nil, nil, nil, bodies[n % #bodies + 1])
end`;
}
