/** The name with its mark, leading home. */
export function Brand() {
  return (
    <a href="/" class="inline-flex items-center gap-2 font-semibold">
      <img src="/favicon.svg" alt="" width="28" height="28" />
      Twincast
    </a>
  );
}
