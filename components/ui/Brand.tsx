/** The name with its mark, linked to the home page. */
export function Brand() {
  return (
    <a
      href="/"
      class="inline-flex items-center gap-2.5 rounded-md font-semibold tracking-tight"
    >
      <img src="/favicon.svg" alt="" width="28" height="28" />
      Twincast
    </a>
  );
}
