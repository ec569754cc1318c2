/** How a request reached this server, and which settings look wrong. */
export type ConnectionCheck = {
  /** The public address, as configured. */
  base_url: string;
  /** The scheme and host of the request. */
  scheme: string;
  host: string;
  /** The caller as counted by limits. */
  client: string;
  /** The sender of the request to this server: the proxy, or the caller. */
  peer: string;
  /** Each names the setting to change. */
  warnings: string[];
};
