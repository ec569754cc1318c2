/** What a conversation looks like, on the landing page. */
export function Example() {
  return (
    <figure class="mx-auto w-full max-w-md">
      <div class="space-y-3 rounded-2xl bg-raised p-5 text-sm text-ink shadow-lg">
        <p class="ms-auto w-fit max-w-[85%] rounded-2xl rounded-se-sm bg-brand-600 px-4 py-2.5 text-white">
          Which clay would you give a beginner?
        </p>
        <div class="w-fit max-w-[92%] rounded-2xl rounded-ss-sm border border-line px-4 py-2.5">
          A smooth stoneware with a little grog. It forgives slow hands, and it
          does not crack when you start over.
        </div>
        <details class="w-fit rounded-xl bg-hover px-3 py-1.5 text-xs">
          <summary class="text-muted">
            Source: <span class="font-medium text-ink">My first course</span>
          </summary>
          <p class="mt-1.5 border-s-2 border-control-line ps-3 text-muted">
            For the first evening I bring a smooth stoneware with a little grog:
            it forgives slow hands, and it does not crack when you start over.
          </p>
        </details>
        <p class="ms-auto w-fit max-w-[85%] rounded-2xl rounded-se-sm bg-brand-600 px-4 py-2.5 text-white">
          And what do you think of crypto?
        </p>
        <div class="w-fit max-w-[92%] rounded-2xl rounded-ss-sm border border-line px-4 py-2.5">
          I could not find that in what I know. Could you ask about something
          else?
        </div>
      </div>
      <figcaption class="mt-3 text-center text-xs text-hero-lead">
        An example: a potter's twin
      </figcaption>
    </figure>
  );
}
