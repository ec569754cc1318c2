/** The themes that pages can have. */
export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** How a reader wants the pages to look; kept in the browser, in cookies. */
export type Appearance = {
  theme: Theme;
  is_folded: boolean;
  /** The pages whose explanation was put away, by their names. */
  told: string[];
};
