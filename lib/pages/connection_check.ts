import type { Config } from "../config/config.ts";
import type { ConnectionCheck } from "../views/connection_check.ts";
import {
  clientAddress,
  isTrusted,
  parseAddress,
} from "../http/client_address.ts";

/** The address ranges of a local proxy. */
const NEAR = new Set(["loopback", "private", "uniqueLocal", "linkLocal"]);

/** How a request got here, by its headers and its `peer`. */
export function checkConnection(
  req: Request,
  peer: string,
  config: Pick<Config, "base_url" | "trusted_proxies">,
): ConnectionCheck {
  const { base_url, trusted_proxies } = config;
  const forwarded_for = req.headers.get("x-forwarded-for");
  const seen = new URL(req.url);
  const way = {
    base_url,
    scheme: first(req, "x-forwarded-proto") ?? seen.protocol.slice(0, -1),
    host: first(req, "x-forwarded-host") ?? seen.host,
    client: clientAddress(peer, forwarded_for, trusted_proxies),
    peer,
  };
  return {
    ...way,
    warnings: [
      ...addressWarnings(way),
      ...proxyWarnings(way, forwarded_for, trusted_proxies),
    ],
  };
}

/** The first value of a header that each proxy appends to. */
function first(req: Request, name: string): string | null {
  return req.headers.get(name)?.split(",")[0].trim().slice(0, 255) || null;
}

function addressWarnings(
  { base_url, scheme, host }: Omit<ConnectionCheck, "warnings">,
): string[] {
  const base = new URL(base_url);
  if (host !== base.host) {
    return [
      `This page was requested at ${host}, but TWINCAST_BASE_URL is ${base_url}, which every link and embed code uses. Set it to the address people open, or let the proxy pass on the Host header.`,
    ];
  }
  if (scheme === "https" && base.protocol === "http:") {
    return [
      `Your proxy speaks https, but TWINCAST_BASE_URL is ${base_url}. Set it to https://${host}, so that links and cookies are safe.`,
    ];
  }
  return [];
}

function proxyWarnings(
  { peer, client }: Omit<ConnectionCheck, "warnings">,
  forwarded_for: string | null,
  trusted: Config["trusted_proxies"],
): string[] {
  if (trusted.some(([, bits]) => bits === 0)) {
    return [
      "TWINCAST_TRUSTED_PROXIES trusts every address, so anyone can fake theirs and evade the limits. Set it to your proxy's address only.",
    ];
  }
  const address = parseAddress(peer);
  if (!address) return [];
  const is_trusted = isTrusted(address, trusted);
  if (is_trusted && client === address.toString()) {
    return [
      `The proxy at ${peer} does not pass on visitors' addresses, so all visitors share one limit. Let it send X-Forwarded-For.`,
    ];
  }
  if (!is_trusted && forwarded_for !== null && NEAR.has(address.range())) {
    return [
      `The proxy at ${peer} is not trusted, so all its visitors share one limit. Set TWINCAST_TRUSTED_PROXIES to ${peer}.`,
    ];
  }
  return [];
}
