// The least a server can do here: a constant answer.
const body = "x".repeat(2_000);
Deno.serve(
  { port: 0, onListen: ({ port }) => console.log(port) },
  () => new Response(body),
);
