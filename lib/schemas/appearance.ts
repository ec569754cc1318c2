/** The themes of pages. */
export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** How pages look; kept in the browser, in cookies. */
export type Appearance = {
  theme: Theme;
  is_folded: boolean;
  /** The pages whose explanation was dismissed, by name. */
  told: string[];
};
