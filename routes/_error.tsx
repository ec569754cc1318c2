import { Head } from "fresh/runtime";
import { Brand } from "../components/Brand.tsx";
import { callOf } from "../lib/http/call.ts";
import { problemResponse, showError } from "../lib/http/problem.ts";
import { handler, page } from "./$_error.ts";

export const handlers = handler({
  GET: ({ req, error }) => {
    const call = callOf(req);
    const accepts_page = req.headers.get("accept")?.includes("text/html");
    if (!call.is_page && !accepts_page) return problemResponse(call, error);
    call.is_page = true;
    const { problem, headers } = showError(call, error);
    return { data: problem, status: problem.status, headers };
  },
});

export default page(({ data }) => (
  <main class="mx-auto flex min-h-dvh max-w-lg flex-col justify-center gap-4 px-4">
    <Head>
      <title>{`${data.title} · Twincast`}</title>
      <meta name="robots" content="noindex" />
    </Head>
    <Brand />
    <p class="text-sm text-muted tabular-nums">{data.status}</p>
    <h1 class="text-2xl font-semibold">{data.title}</h1>
    <p>{data.detail}</p>
    <p class="text-sm text-muted">
      Request <code>{data.request_id}</code>
    </p>
    <p>
      <a class="text-accent underline" href="/">Go to the start page</a>
    </p>
  </main>
));
