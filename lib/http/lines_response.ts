/** Values as lines of JSON. */
export function linesResponse(
  values: readonly unknown[],
  status: number,
): Response {
  const text = values.map((value) => `${JSON.stringify(value)}\n`).join("");
  return new Response(text, {
    status,
    headers: { "content-type": "application/jsonl" },
  });
}
