/** The portrait of the made-up creator, a drawing. */
export const PORTRAIT =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="320" height="320">
<rect width="200" height="200" fill="#f0d9c4"/>
<circle cx="152" cy="46" r="26" fill="#e8b48a"/>
<path d="M0 168h200v32H0z" fill="#d9b898"/>
<path d="M150 168v-34c0-6 10-8 10-14h18c0 6 10 8 10 14v34z" fill="#b4532a"/>
<path d="M153 142h32v6h-32z" fill="#f3e6d8"/>
<path d="M52 88c-10-52 26-66 50-66s56 16 46 68c-2 24 6 38 8 52H44c4-16 10-30 8-54z" fill="#2a1a14"/>
<path d="M32 200c2-40 28-54 54-58h26c28 4 52 20 54 58z" fill="#41607a"/>
<path d="M84 118h32v30c-6 12-26 12-32 0z" fill="#8a5638"/>
<path d="M68 76c0-32 18-42 32-42s32 10 32 42c0 34-16 54-32 54S68 110 68 76z" fill="#9d6443"/>
<path d="M66 84c-4-40 20-54 36-54 20 0 36 14 32 52-6-18-16-28-30-32-8 10-26 14-38 34z" fill="#2a1a14"/>
<path d="M78 80q7-5 14 0M108 80q7-5 14 0" stroke="#2a1a14" stroke-width="3" fill="none" stroke-linecap="round"/>
<circle cx="85" cy="87" r="3.4" fill="#2a1a14"/><circle cx="115" cy="87" r="3.4" fill="#2a1a14"/>
<path d="M100 88v12q-1 4-5 4" stroke="#7a4a2f" stroke-width="2.4" fill="none" stroke-linecap="round"/>
<path d="M86 111q14 13 28 0q-14 4-28 0z" fill="#fff4ea" stroke="#7a3b2a" stroke-width="2" stroke-linejoin="round"/>
<circle cx="67" cy="98" r="4" fill="#e0a84f"/><circle cx="133" cy="98" r="4" fill="#e0a84f"/>
<path d="M70 146l8 54h44l8-54q-8-4-14-4 -16 14-32 0-8 0-14 4z" fill="#d8c3a5"/>
<path d="M78 168h44v32H78z" fill="#cbb28f"/>
</svg>`;
