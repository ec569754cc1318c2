const PERSON =
  "(?:copil\\p{L}*|copii\\p{L}*|copchil\\p{L}*|fat[aăe]|fetele|feti[tț]\\p{L}*|b[aă]iat\\p{L}*|b[aă]ie[tț]\\p{L}*|fiu|fiul|fiic\\p{L}+|nepo\\p{L}+|frate|fratele|sor[aă]|mic[aăi]?|micu[tț]\\p{L}*|mam[aăei]+|tat[aăl]+|bunic\\p{L}*|p[aă]rin[tț]\\p{L}*|so[tț]\\p{L}*|pu[sș]ti\\p{L}*|bebelu[sș]\\p{L}*|adolescen[tț]\\p{L}*|tineri\\p{L}*|elev\\p{L}*|persoan\\p{L}+|adul[tț]\\p{L}*|senior\\p{L}*|b[aă]tr[aâ]n\\p{L}*|domn\\p{L}*|doamn\\p{L}+|femei\\p{L}*|b[aă]rba[tț]\\p{L}*|c[aă][tț]el\\p{L}*|c[aâ]ine\\p{L}*|prichinde\\p{L}+|juniori\\p{L}*)";
const GOES_ON =
  "(?=$|[?!.,;)]| (?:[sș]i|dar|iar|poate|pot|pute[tț]i|po[tț]i|e|este|ar|se|s[aă]|merge|nu|ce|cum|[iî]l|[iî]i|o|vrea|vor|dac[aă]|prea)(?!\\p{L}))";
/** What years are spent on: "10 ani de experiență" is no age. */
const NOT_SPENT =
  "(?! (?:de (?:exper|practic|activ|munc|c[aâ]nd|garan|studi|meseri|carier|via[tț][aă] [iî]n|[iî]ncer|antren|predat|lucr|c[aă]s|vechi|ateli|scen)|garan|exper|vechime|[iî]n (?!sus)|la (?!r[aâ]nd)|ca |c[aâ]nd|cu |f[aă]r[aă] |dup[aă]|[iî]nainte|mai t[aâ]rziu|[iî]n urm[aă]|consecutiv|valabil))";

/** How Romanian expresses ages, with and without marks. */
export const ROMANIAN_AGES = {
  numbers:
    "do(?:i|u[aă]) trei patru cinci [sș]ase [sș]apte opt nou[aă] zece un[sș](?:prezece|pe) do[iu][sș]?(?:sprezece|[sș]prezece|pe) trei[sș](?:prezece|pe) pai[sș](?:prezece|pe) cin(?:ci)?[sș](?:prezece|pe) [sș]ai[sș](?:prezece|pe) [sș]apte?[sș](?:prezece|pe) opt[iîsș]*(?:prezece|pe)",
  // "De 20 de ani", "am lucrat opt ani", "garanție 2 ani" are durations, not ages.
  years:
    `(?<!\\p{L})(?:are|aib[aă]|am|avea|ai|ave[tț]i|[iî]mpline[sș]te|[iî]mplinit|face|f[aă]cut|de la|p[aâ]n[aă] la|(?<!de )peste|sub|v[aâ]rst[aăe] (?:de|[iî]ntre)|minim|minimum|la|[iî]ntre|${PERSON} (?:\\p{L}+ )?(?:de|cu|are)) ` +
    `(?:doar |numai |deja |aproape |abia |vreo |cam |[iî]n jur de |v[aâ]rsta de |\\p{Nd}{1,2} ?(?:[sș]i|-|–|la|p[aâ]n[aă] la) ?)?{n}(?: de)? (?:ani|ani[sș]ori)(?!\\p{L})${NOT_SPENT}`,
  thresholds: [
    "(?<![\\p{L}\\p{Nd}])\\p{Nd}{1,2} ?[-–] ?{n} (?:de )?ani(?!\\p{L})" +
    NOT_SPENT,
    `(?<!\\p{L})(?:de|cu) {n}(?: de)? ani(?= (?:[iî]n sus|[sș]i peste|[iî]mplini[tț]i)|[sș]ori)`,
    `(?<!\\p{L})(?:peste|sub) (?=1[2468]|6[05]|7[05]){n}${GOES_ON}`,
    "(?<![\\p{L}\\p{Nd}]){n} ?\\+(?! ?(?:ani de|clien|persoane|lei|euro|de))",
  ],
  people: [
    `(?<!\\p{L})${PERSON} (?:\\p{L}+ )?(?:are|de|a f[aă]cut|face) (?:doar |numai |deja |aproape |abia )?{n}${GOES_ON}`,
    `(?<!\\p{L})are (?:doar |numai |deja |aproape |abia )?{n}${GOES_ON}`,
    `(?<!\\p{L})am (?=1[3-9]|[2-9]\\p{Nd}){n}${GOES_ON}`,
  ],
};
