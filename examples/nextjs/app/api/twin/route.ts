// Asks the twin with a secret key that stays on the server, and streams the answer to the page as it comes.
const { TWINCAST_URL, TWINCAST_TWIN, TWINCAST_KEY } = process.env;

export async function POST(request: Request): Promise<Response> {
  const { message, session_id } = await request.json();
  const answer = await fetch(`${TWINCAST_URL}/chat-widget/${TWINCAST_TWIN}`, {
    method: "POST",
    signal: request.signal,
    headers: {
      authorization: `Bearer ${TWINCAST_KEY}`,
      "content-type": "application/json",
      accept: "text/event-stream",
    },
    body: JSON.stringify({ message, ...session_id ? { session_id } : {} }),
  });
  const type = answer.headers.get("content-type") ?? "application/json";
  return new Response(answer.body, {
    status: answer.status,
    headers: { "content-type": type, "cache-control": "no-store" },
  });
}
