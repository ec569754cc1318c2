import { differ, same } from "../../../tests/same_stems.ts";

Deno.test("tokenize: forms of one Romanian word have one stem, with and without marks", () => {
  same("preturile", "preț", "ro");
  same("cursul", "cursuri", "ro");
  same("copiii", "copil", "ro");
  same("fetita", "fată", "ro");
  same("lectiilor", "lecție", "ro");
  same("comenzile", "comandă", "ro");
  same("florile", "floare", "ro");
  same("serile", "seară", "ro");
  same("incepatoarele", "începător", "ro");
  same("cadoul", "cadouri", "ro");
  same("frumoasă", "frumoși", "ro");
  same("condițiilor", "condiție", "ro");
  same("libera", "liber", "ro");
  same("studentele", "student", "ro");
  same("vechiul", "vechi", "ro");
});

Deno.test("tokenize: a Romanian verb has one stem in all persons and tenses, and in what is made of it", () => {
  same("plătesc", "platiti", "ro");
  same("livrați", "livrare", "ro");
  same("livreaza", "livrări", "ro");
  same("ma inscriu", "mă înscrie", "ro");
  same("inscrierea", "înscris", "ro");
  same("vând", "vinzi", "ro");
  same("vanzare", "vindeți", "ro");
  same("deschideti", "deschis", "ro");
  same("mănânc", "mancare", "ro");
  same("înoată", "inotati", "ro");
  same("puteți", "pot", "ro");
  same("locuiesc", "locuiți", "ro");
  same("durează", "dura", "ro");
  same("veniți", "vii", "ro");
  same("vine", "veni", "ro");
  same("copia", "copie", "ro");
});

Deno.test("tokenize: Romanian words of different meaning have different stems", () => {
  differ("programare", "program", "ro");
  differ("parcare", "parc", "ro");
  differ("cazare", "caz", "ro");
  differ("avansați", "avans", "ro");
  differ("începători", "încep", "ro");
  differ("vinuri", "vineri", "ro");
  differ("vinuri", "vine", "ro");
  differ("veniți", "venituri", "ro");
  differ("copie", "copii", "ro");
  differ("modele", "mod", "ro");
  differ("pahare", "pâine", "ro");
  differ("cuțite", "cutie", "ro");
  differ("grădiniță", "grădină", "ro");
  differ("vizită", "viză", "ro");
  differ("măsuri", "masă", "ro");
  differ("pasăre", "pas", "ro");
  differ("pătură", "pat", "ro");
  differ("durere", "durează", "ro");
  differ("soră", "soare", "ro");
  differ("anul", "anulez", "ro");
  differ("credit", "cred", "ro");
  differ("profit", "profă", "ro");
  differ("martie", "marți", "ro");
  differ("țară", "tare", "ro");
  differ("față", "fată", "ro");
  differ("salariu", "sală", "ro");
  differ("muzeul", "muză", "ro");
  differ("prima", "primesc", "ro");
  differ("mai", "mă", "ro");
  differ("luni", "luna", "ro");
  differ("câți", "cât", "ro");
  differ("lucrări", "lucrez", "ro");
  differ("contează", "cont", "ro");
  differ("vremea", "vrem", "ro");
});

Deno.test("tokenize: Romanian as it is typed on phones", () => {
  same("kt costa", "cât costă", "ro");
  same("aveti parkare", "aveți parcare", "ro");
  same("progr sambta", "program sâmbăta", "ro");
  same("ce pretz are", "ce preț are", "ro");
  same("livrati prin kurier", "livrați prin curier", "ro");
});
