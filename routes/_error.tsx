import { Head } from "fresh/runtime";
import { Brand } from "../components/ui/Brand.tsx";
import { buttonLook } from "../components/ui/Button.tsx";
import { callOf } from "../lib/http/call.ts";
import { errorResponse } from "../lib/http/error_response.ts";
import { showError } from "../lib/http/problem.ts";
import { handler, page } from "./$_error.ts";

export const handlers = handler({
  GET: ({ req, error }) => {
    const call = callOf(req);
    const accepts_page = req.headers.get("accept")?.includes("text/html");
    if (!call.is_page && !accepts_page) return errorResponse(call, error);
    call.is_page = true;
    const { problem, headers } = showError(call, error);
    // A page for visitors says in their language that it does not exist, or no longer does.
    const { gone_title = problem.title, start_page = "Go to the start page" } =
      problem.status === 404 && call.words || {};
    const is_reading = req.method === "GET";
    const data = {
      ...problem,
      title: gone_title,
      // A mere visit has changed nothing that could be lost.
      detail: is_reading && problem.code === "unavailable"
        ? "What this page shows could not be read just now. Nothing is lost. Try again in a moment."
        : problem.detail,
      again: is_reading && (problem.status === 429 || problem.status >= 500)
        ? pathOf(req.url)
        : null,
      start_page,
    };
    return { data, status: problem.status, headers };
  },
});

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  // Never one that begins like another site's.
  return pathname.replace(/^\/+/, "/") + search;
}

export default page(({ data }) => (
  <div class="entry-ground">
    <Head>
      <title>{`${data.title} · Twincast`}</title>
      <meta name="robots" content="noindex" />
    </Head>
    <main class="mx-auto flex min-h-dvh w-full max-w-lg flex-col items-start justify-center gap-6 px-4 py-10">
      <Brand />
      <div class="w-full rounded-xl border border-line bg-raised p-6 shadow-lg sm:p-8">
        <p class="text-sm font-semibold text-accent tabular-nums">
          {data.status}
        </p>
        <h1 class="mt-1 text-2xl font-semibold">{data.title}</h1>
        <p class="mt-2 wrap-anywhere text-muted">{data.detail}</p>
        <p class="mt-6 flex flex-wrap gap-3">
          {data.again && (
            <a class={buttonLook({})} href={data.again}>Try again</a>
          )}
          <a
            class={buttonLook({ look: data.again ? "plain" : "primary" })}
            href="/"
          >
            {data.start_page}
          </a>
        </p>
      </div>
      <p class="text-xs text-muted">
        Request <code class="font-mono wrap-anywhere">{data.request_id}</code>
      </p>
    </main>
  </div>
));
