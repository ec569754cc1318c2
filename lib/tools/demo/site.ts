import { CREATOR } from "./content.ts";

const POTS = [
  [
    "Breakfast bowl",
    "42 €",
    `<path d="M30 60h140c0 50-30 80-70 80S30 110 30 60z" fill="#b4532a"/><path d="M30 60h140v12H30z" fill="#f3e6d8"/><path d="M78 138h44v14H78z" fill="#8f3f1f"/>`,
  ],
  [
    "Mug",
    "34 €",
    `<path d="M55 45h80v80c0 16-12 26-40 26s-40-10-40-26z" fill="#41607a"/><path d="M55 45h80v14H55z" fill="#f3e6d8"/><path d="M135 70c30-6 34 44 0 46v-13c16-2 16-22 0-20z" fill="#41607a"/>`,
  ],
  [
    "Dinner plate",
    "48 €",
    `<ellipse cx="100" cy="104" rx="78" ry="40" fill="#7c8f6b"/><ellipse cx="100" cy="100" rx="78" ry="38" fill="#a9b896"/><ellipse cx="100" cy="100" rx="50" ry="23" fill="#97a883"/>`,
  ],
];

/** The home page of the made-up creator's own site, with Twincast's one line in it. */
export function sitePage(
  origin: string,
  { twin_id, key }: { twin_id: string; key: string },
): string {
  const pots = POTS.map(([name, price, picture]) =>
    `<li><svg viewBox="0 0 200 180" role="img" aria-label="${name}">${picture}</svg><h3>${name}</h3><p>${price}</p></li>`
  ).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mira Okafor, pottery</title>
<style>
  * { box-sizing: border-box; margin: 0; }
  body { font: 18px/1.6 Georgia, "Times New Roman", serif; background: #f6f1ea; color: #3a2f28; }
  header, section, footer { max-width: 68rem; margin: auto; padding: 1.5rem; }
  header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .5rem 2rem; }
  header a { color: inherit; }
  header strong { font-size: 1.3rem; font-weight: 400; letter-spacing: .02em; }
  nav { display: flex; gap: 1.5rem; font-size: 1rem; }
  .hero { display: grid; grid-template-columns: 1.1fr 1fr; gap: 3rem; align-items: center; padding-block: 3rem 4rem; }
  .hero svg { width: 100%; background: #ecdccb; border-radius: 1rem; }
  h1 { font-weight: 400; font-size: clamp(2.2rem, 5vw, 3.6rem); line-height: 1.1; margin-bottom: 1.2rem; }
  h2 { font-weight: 400; font-size: 1.8rem; margin-bottom: 1.2rem; }
  h3 { font-weight: 400; font-size: 1.15rem; }
  .pots { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.5rem; padding: 0; list-style: none; }
  .pots li { background: #fffaf4; border-radius: 1rem; padding: 1.5rem; }
  .pots p { color: #8a5a3c; }
  .note { background: #41607a; color: #fff; border-radius: 1rem; padding: 2rem; max-width: 65rem; }
  footer { font-size: .9rem; color: #7b6a5d; padding-block: 3rem; }
  @media (max-width: 44rem) { .hero, .pots { grid-template-columns: 1fr; } }
</style>
</head>
<body>
<header><strong>${CREATOR.name}</strong><nav aria-label="Pages"><a href="#pots">Pots</a> <a href="#workshops">Workshops</a></nav></header>
<section class="hero">
<div><h1>Bowls for every day, made to be used.</h1>
<p>Stoneware from a small studio in Graz. Thrown by hand, fired twice, and mended for as long as I live.</p></div>
<svg viewBox="0 0 400 320" aria-hidden="true"><path d="M0 250h400v70H0z" fill="#d9b898"/><g transform="translate(30 90)">${
    POTS[0][2]
  }</g><g transform="translate(200 92)">${POTS[1][2]}</g></svg>
</section>
<section id="pots"><h2>From the last firing</h2><ul class="pots">${pots}</ul></section>
<section id="workshops"><div class="note"><h2>A weekend at the wheel</h2><p>On the first weekend of every month, for six people. The chat in the corner knows the rest: it is one line in the source of this page, which is on another origin than Twincast.</p></div></section>
<footer>Ofengasse 7, Graz · studio@example.com</footer>
<script async src="${origin}/widget.js" data-twin-id="${twin_id}" data-api-key="${key}" data-accent="${CREATOR.accent_color}"></script>
</body>
</html>`;
}
