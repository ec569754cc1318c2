import { callOf } from "../lib/http/call.ts";
import { middleware } from "./$_middleware.ts";

/** Records the route's pattern for the log line: the path with parameter names in place of values. */
export default middleware((ctx) => {
  const call = callOf(ctx.req);
  const names = new Map(
    Object.entries(ctx.params).map(([name, value]) => [value, `{${name}}`]),
  );
  call.route = ctx.url.pathname.split("/")
    .map((segment) => names.get(segment) ?? segment).join("/");
  return ctx.next(ctx.state);
});
