import { normalForm } from "../normal_form.ts";

/** Longer than any column name, in UTF-16 units. */
const LONGEST_NAME = 200;

/** Common names of question columns, and of answer columns, as normalised by `asName`. */
const QUESTION = [
  ...["question", "questions", "q", "faq", "prompt", "query"],
  ...["pregunta", "preguntas", "pergunta", "perguntas", "questao", "duvida"],
  ...["frage", "fragen", "domanda", "domande", "vraag", "vragen"],
  ...["intrebare", "intrebari", "soru", "sorular", "cau hoi", "câu hỏi"],
  ...["pytanie", "pytania", "otazka", "otazky", "fraga", "fragor", "kerdes"],
  ...["sporgsmal", "sporsmal", "kysymys", "kysymykset"],
  ...["вопрос", "вопросы", "питання", "запитання", "ερωτηση", "ερωτησεις"],
  ...["سؤال", "السؤال", "الاسئلة", "اسئلة", "שאלה", "שאלות"],
  ...["प्रश्न", "सवाल", "คำถาม", "질문", "문의", "자주 묻는 질문"],
  ...["问题", "問題", "提问", "提問", "问", "問", "常见问题", "常見問題"],
  ...["質問", "問い", "よくある質問", "ご質問"],
].map(asName);

const ANSWER = [
  ...["answer", "answers", "a", "reply", "response", "solution"],
  ...["respuesta", "respuestas", "resposta", "respostas", "reponse"],
  ...["reponses", "antwort", "antworten", "risposta", "risposte"],
  ...["antwoord", "antwoorden", "raspuns", "raspunsuri", "cevap", "cevaplar"],
  ...["yanit", "câu trả lời", "trả lời", "đáp án", "odpowiedz", "odpowiedzi"],
  ...["odpoved", "odpovedi", "svar", "vastaus", "vastaukset", "valasz"],
  ...["ответ", "ответы", "відповідь", "відповіді", "απαντηση", "απαντησεις"],
  ...["جواب", "الجواب", "اجابة", "الاجابة", "الاجابات", "תשובה", "תשובות"],
  ...["उत्तर", "जवाब", "คำตอบ", "답변", "답", "대답"],
  ...["答案", "回答", "答复", "答覆", "解答", "答", "答え", "ご回答"],
].map(asName);

/** Normalises a name for comparison: lowercase, no accents, single spaces. */
export function asName(text: string): string {
  const letters = normalForm(text.slice(0, LONGEST_NAME), "NFD").toLowerCase()
    .replaceAll("ø", "o").replaceAll("ı", "i").replaceAll("đ", "d")
    // The combining marks of Hindi and Thai are letters; those of Latin, Greek, Cyrillic and Arabic are not.
    .replace(/[\u0300-\u036f\u0653-\u0655]/g, "");
  return normalForm(letters, "NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** Finds the question and answer columns by their headings: by the whole name, else by one of its few words. */
export function findColumns(headings: string[]) {
  const names = headings.map(asName);
  const find = (known: string[]) => {
    const whole = names.findIndex((name) => known.includes(name));
    return whole >= 0 ? whole : names.findIndex((name) => {
      const words = name.split(" ");
      return words.length <= 3 &&
        words.some((word) => word.length > 1 && known.includes(word));
    });
  };
  return { question: find(QUESTION), answer: find(ANSWER) };
}

/** Whether a normalised name is that of a question column. */
export function isQuestionName(name: string): boolean {
  return QUESTION.includes(name);
}

/** Whether a normalised name is that of an answer column. */
export function isAnswerName(name: string): boolean {
  return ANSWER.includes(name);
}
