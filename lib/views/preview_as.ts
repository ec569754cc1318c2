/** Whose eyes a try-out answers for: the owner's, or a visitor's, of one channel if it is given. */
export type PreviewAs = { as: "owner" | "public"; channel?: string };
