/** How Turkish expresses ages. */
export const TURKISH_AGES = {
  numbers:
    "iki [uü][cç] d[oö]rt be[sş] alt[ıi] yedi sekiz dokuz on on\\s?bir on\\s?iki on\\s?[uü][cç] on\\s?d[oö]rt on\\s?be[sş] on\\s?alt[ıi] on\\s?yedi on\\s?sekiz",
  // "3 yaşından beri dikiyorum", "on iki yaşında geldim" tell a life, not who may come.
  years:
    "(?<![\\p{L}\\p{Nd}]|\\p{Nd}[.,]){n}\\s*-?\\s*ya[sş](?:[ıi](?!n[ıi]?z)\\p{L}*)?(?!\\p{L})(?! (?:beri|geldi|ba[sş]lad|[oö][gğ]rendi|ç[ıi]rak|iken))",
  thresholds: [
    "(?<!\\p{L})ya[sş][ıi]m(?:[ıi]z)? (?:daha )?{n}(?!\\p{Nd})",
  ],
  people: [
    "(?<!\\p{L})(?:annem|babam|dedem|ninem|anneannem|babaannem|o[gğ]lum|k[ıi]z[ıi]m|torunum|ye[gğ]enim|[cç]ocu[gğ]um|karde[sş]im|e[sş]im) " +
    "(?:daha |hen[uü]z |[sş]u an |tam )?{n}(?=$|[?!.,;)]| (?:ama|ve|[cç]ok|olur|gelebilir|i[cç]in|uygun|kat[ıi]labilir)(?!\\p{L}))",
  ],
};
