import assert from "node:assert/strict";
import { differ, same } from "../../../tests/same_stems.ts";
import { greeklish } from "./greek.ts";
import { tokenize } from "./tokens.ts";

Deno.test("tokenize: forms of one Greek word have one stem, with and without accents", () => {
  same("ποσο κανει η αποστολη", "πόσο κάνει η αποστολή", "el");
  same("στείλω", "στέλνετε", "el");
  same("πληρώσω", "πληρωμή", "el");
  same("ακυρώνω", "ακύρωση", "el");
  same("ηλικίες", "ηλικία", "el");
  same("παιδιά", "παιδί", "el");
  same("βδομάδα", "εβδομάδες", "el");
  same("ομαδικό", "ομαδική", "el");
});

Deno.test("tokenize: Greek words of different meaning have different stems", () => {
  differ("φορά", "φόρος", "el");
  differ("φοράω", "φορές", "el");
  differ("χώρα", "χώρος", "el");
  differ("χωριό", "χωρισμός", "el");
  differ("ταξίδι", "ταξί", "el");
  differ("τάξη", "ταξί", "el");
  differ("πουλί", "πουλάω", "el");
  differ("μέλι", "μέλος", "el");
  differ("μισή", "μισεί", "el");
  differ("κατοικίδιο", "κατοικία", "el");
  differ("αμαξίδιο", "αμάξι", "el");
  differ("ομάδα", "ομαδικό", "el");
  differ("δωρεά", "δωρεάν", "el");
  differ("άνοιξη", "ανοίξω", "el");
  differ("κλείσω θέση", "κλειστά θέση", "el");
});

Deno.test("tokenize: Greek in Latin letters is read as Greek", () => {
  same("poso kanei", "πόσο κάνει", "el");
  same("pou eiste", "πού είστε", "el");
  same("pu iste", "πού είστε", "el");
  same("thelw na kleisw rantevou", "θέλω να κλείσω ραντεβού", "el");
  same("ti wra anoigete", "τι ώρα ανοίγετε", "el");
  // What is no Greek stays as written.
  assert.equal(tokenize("online", "el")[0].form, "online");
  assert.equal(tokenize("poso", "en")[0].form, "poso");
});

Deno.test("greeklish: a letter is typed in one way throughout a word", () => {
  assert.deepEqual(
    greeklish("ωρα").split(" "),
    ["ora=ωρα", "wra=ωρα"],
  );
  assert.ok(greeklish("ωμω").split(" ").every((pair) => !/^om?w/.test(pair)));
});
