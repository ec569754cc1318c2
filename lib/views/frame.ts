import type { Flash } from "../schemas/flash.ts";
import type { Me } from "../schemas/account.ts";
import type { TwinView } from "../schemas/twin.ts";
import type { Appearance } from "../schemas/appearance.ts";

/** What the frame of every dashboard page shows. */
export type Frame = {
  me: Me;
  /** Whether whoever is signed in may change everything. */
  is_owner: boolean;
  /** Whether they may change content and answers, as editors and owners may. */
  can_edit: boolean;
  /** The twin the page is about; null in a team that has none. */
  twin: TwinView | null;
  teams: { id: string; name: string }[];
  path: string;
  /** What the page is called in what a browser remembers of it. */
  page_name: string;
  /** The page's path with its query, to come back to it. */
  here: string;
  look: Appearance;
  /** What lets a style sheet within the page be used. */
  nonce: string;
  /** What the form that led here did; shown once. */
  flash: Flash | null;
};

/** As `Frame`, of a page that is about a twin. */
export type TwinFrame = Frame & { twin: TwinView };
