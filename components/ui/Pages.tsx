type Props = {
  /** What is listed, for the group's label. */
  of: string;
  /** The query that the links keep. */
  query: Record<string, string>;
  cursor: string;
  next_cursor: string | null;
  /** The cursor's parameter name. */
  name?: string;
};

/** Links to the next page of a long list, and to its start. */
export function Pages(
  { of, query, cursor, next_cursor, name = "cursor" }: Props,
) {
  if (!cursor && !next_cursor) return null;
  const href = (more: Record<string, string> = {}) =>
    `?${new URLSearchParams({ ...query, ...more })}`;
  return (
    <nav aria-label={`More ${of}`} class="mt-4 flex gap-5 text-sm">
      {cursor && <a class="text-accent underline" href={href()}>Newest</a>}
      {next_cursor && (
        <a class="text-accent underline" href={href({ [name]: next_cursor })}>
          Older
        </a>
      )}
    </nav>
  );
}
