/** How a request reached this server, and which settings look wrong. */
export type WayHere = {
  /** The address that people open, as it is set. */
  base_url: string;
  /** The scheme and host that the request named. */
  scheme: string;
  host: string;
  /** Whom limits count the caller as. */
  client: string;
  /** Who sent the request to this server: the proxy, or the caller. */
  peer: string;
  /** Each names the setting to change. */
  warnings: string[];
};
