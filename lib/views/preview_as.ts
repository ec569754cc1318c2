/** Who a preview answers for: the owner, or a visitor, of one channel if it is given. */
export type PreviewAs = { as: "owner" | "public"; channel?: string };
