import type { Flash } from "../schemas/flash.ts";
import type { Me } from "../schemas/account.ts";
import type { TwinView } from "../schemas/twin.ts";
import type { Appearance } from "../schemas/appearance.ts";

/** What the frame of every dashboard page shows. */
export type Frame = {
  me: Me;
  /** Whether the signed-in member may change everything. */
  is_owner: boolean;
  /** Whether they may change content and answers, as editors and owners may. */
  can_edit: boolean;
  /** The twin the page is about; null in a team without one. */
  twin: TwinView | null;
  teams: { id: string; name: string }[];
  path: string;
  /** The page's name in what the browser stores about it. */
  page_name: string;
  /** The page's path with its query, for returning to it. */
  here: string;
  look: Appearance;
  /** Permits a style sheet within the page. */
  nonce: string;
  /** The message of the previous form; shown once. */
  flash: Flash | null;
};

/** Like `Frame`, for a page about a twin. */
export type TwinFrame = Frame & { twin: TwinView };
