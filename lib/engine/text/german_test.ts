import assert from "node:assert/strict";
import { readIn } from "../../../tests/same_stems.ts";
import { tokenize } from "./tokens.ts";

const { stems, same, differ } = readIn("de");

Deno.test("tokenize: German without umlauts, with typos or in dialect", () => {
  same("fuer groessere schluessel", "für größere Schlüssel");
  same("wann koennt ihr oeffnen", "wann könnt ihr öffnen");
  same("was soll ich anziehn", "was soll ich anziehen");
  same("mein fahrad", "mein Fahrrad");
  same("hesch offe", "hast offen");
  assert.equal(tokenize("neue", "de")[0].form, "neue");
  const [token] = tokenize("fuer?", "de");
  assert.deepEqual([token.form, token.start, token.end], ["fur", 0, 4]);
  assert.equal(stems("zehn")[0], "zehn");
  for (const word of ["samuel", "michael", "aktuell", "influencer", "zuerst"]) {
    assert.equal(tokenize(word, "de")[0].form, word);
  }
  // Words of their own, near others.
  for (const word of ["Hut", "Hand", "Mus", "Parkplatz"]) {
    assert.equal(tokenize(word, "de")[0].form, word.toLowerCase());
  }
  // Other languages keep both letters.
  assert.equal(tokenize("true", "en")[0].form, "true");
});

Deno.test("tokenize: German words of different meaning have different stems", () => {
  differ("Anfänger", "Anfang");
  differ("in Raten", "guter Rat");
  differ("Messer", "Messe");
  differ("töpfern", "Topf");
  differ("nähen", "Nähe");
  same("liefern", "Lieferung");
  same("wandern", "Wanderung");
});

Deno.test("tokenize: participles and infinitives with zu share the stem of a separable verb", () => {
  same("angemeldet", "anmelden");
  for (const noun of ["angebot", "umzug", "anzug"]) {
    assert.equal(stems(noun)[0], noun, noun);
  }
  same("anzumelden", "anmelden");
  same("mitgebracht", "mitbringen");
  same("abgeholt", "abzuholen");
  same("stattgefunden", "stattfinden");
  same("teilgenommen", "teilnehmen");
});
