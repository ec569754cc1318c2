import type { Call } from "./call.ts";

/** Sets the headers of every response, including files. */
export function setSecurityHeaders(headers: Headers, call: Call): void {
  headers.set("x-request-id", call.request_id);
  headers.set("x-content-type-options", "nosniff");
  // A share link's path contains its token: other sites learn at most the origin, never the path.
  headers.set("referrer-policy", "strict-origin");
  if (call.app.config.is_secure) {
    headers.set(
      "strict-transport-security",
      "max-age=31536000; includeSubDomains",
    );
  }
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  if (headers.get("content-type")?.startsWith("text/html")) {
    setPageHeaders(headers, call);
  }
}

/** A page runs our own modules, and the one boot script with this request's nonce. */
function setPageHeaders(headers: Headers, call: Call): void {
  headers.set(
    "content-security-policy",
    [
      "default-src 'none'",
      `script-src 'self' 'nonce-${call.nonce}'`,
      `style-src 'self' 'nonce-${call.nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${call.frame_ancestors}`,
    ].join("; "),
  );
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set(
    "permissions-policy",
    "camera=(), geolocation=(), microphone=(), payment=()",
  );
}
