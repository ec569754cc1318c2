import { fold } from "./text/words.ts";
import type { Language } from "./text/stop_words.ts";

/** What a twin says when its content does not hold the answer. */
export const NOT_FOUND: Readonly<Record<Language, string>> = {
  en:
    "I could not find that in what I know. Could you ask it another way, or ask about something else?",
  es:
    "No he podido encontrar eso en lo que sé. ¿Puedes preguntarlo de otra forma o preguntar otra cosa?",
  fr:
    "Je n'ai pas trouvé cela dans ce que je sais. Pouvez-vous le demander autrement ou poser une autre question ?",
  de:
    "Das konnte ich in dem, was ich weiß, nicht finden. Magst du anders fragen oder etwas anderes wissen?",
  pt:
    "Não encontrei isso no que sei. Pode perguntar de outra forma ou perguntar outra coisa?",
  it:
    "Non l'ho trovato in quello che so. Puoi chiederlo in un altro modo o chiedere altro?",
  ru:
    "Я не нашёл этого в том, что знаю. Попробуйте спросить иначе или о чём-нибудь другом.",
  zh: "我在已知的内容里没有找到答案。您可以换个说法，或者问点别的吗？",
  ja:
    "私の知っている内容の中には見つかりませんでした。別の言い方で、または別のことを聞いてみてください。",
  ko:
    "제가 아는 내용에서는 찾지 못했습니다. 다르게 물어보시거나 다른 것을 물어봐 주세요.",
  hi:
    "मुझे जो पता है, उसमें यह नहीं मिला। क्या आप इसे दूसरे शब्दों में पूछ सकते हैं या कुछ और पूछना चाहेंगे?",
  ar: "لم أجد ذلك فيما أعرفه. هل يمكنك السؤال بطريقة أخرى أو عن شيء آخر؟",
  th: "ไม่พบเรื่องนี้ในสิ่งที่ฉันรู้ ลองถามด้วยคำอื่นหรือถามเรื่องอื่นได้ไหม",
};

/** What is added to an answer from the content itself where a model should have answered. */
export const FELL_BACK: Readonly<Record<Language, string>> = {
  en:
    "(My language model is not available right now, so this comes straight from what I have written.)",
  es:
    "(Mi modelo de lenguaje no está disponible ahora, así que esto viene directamente de lo que he escrito.)",
  fr:
    "(Mon modèle de langage n'est pas disponible pour le moment : ceci vient directement de ce que j'ai écrit.)",
  de:
    "(Mein Sprachmodell ist gerade nicht erreichbar; das hier kommt direkt aus dem, was ich geschrieben habe.)",
  pt:
    "(O meu modelo de linguagem não está disponível agora; isto vem diretamente do que escrevi.)",
  it:
    "(Il mio modello linguistico non è disponibile ora: questo viene direttamente da ciò che ho scritto.)",
  ru:
    "(Моя языковая модель сейчас недоступна, поэтому ответ взят прямо из того, что я написал.)",
  zh: "（我的语言模型暂时不可用，以上内容直接来自我写过的文字。）",
  ja:
    "（言語モデルが現在利用できないため、私が書いた内容からそのままお答えしています。）",
  ko: "(지금은 언어 모델을 쓸 수 없어 제가 쓴 글에서 그대로 답했습니다.)",
  hi: "(मेरा भाषा मॉडल अभी उपलब्ध नहीं है, इसलिए यह सीधे मेरे लिखे हुए से है।)",
  ar: "(نموذجي اللغوي غير متاح الآن، لذلك هذه الإجابة مأخوذة مباشرة مما كتبته.)",
  th: "(ขณะนี้โมเดลภาษาของฉันไม่พร้อมใช้งาน คำตอบนี้จึงมาจากสิ่งที่ฉันเขียนไว้โดยตรง)",
};

const HELLO: Readonly<Record<Language, string>> = {
  en: "Hello! What would you like to know?",
  es: "¡Hola! ¿Qué te gustaría saber?",
  fr: "Bonjour ! Que souhaitez-vous savoir ?",
  de: "Hallo! Was möchtest du wissen?",
  pt: "Olá! O que gostaria de saber?",
  it: "Ciao! Che cosa ti piacerebbe sapere?",
  ru: "Здравствуйте! Что вы хотели бы узнать?",
  zh: "你好！您想了解什么？",
  ja: "こんにちは！何を知りたいですか？",
  ko: "안녕하세요! 무엇이 궁금하신가요?",
  hi: "नमस्ते! आप क्या जानना चाहेंगे?",
  ar: "مرحبًا! ماذا تود أن تعرف؟",
  th: "สวัสดี! อยากรู้เรื่องอะไร",
};

const WELCOME: Readonly<Record<Language, string>> = {
  en: "You're welcome! Ask me anything else.",
  es: "¡De nada! Pregúntame lo que quieras.",
  fr: "Avec plaisir ! N'hésitez pas à poser une autre question.",
  de: "Gern geschehen! Frag mich gern noch etwas.",
  pt: "De nada! Pergunte mais o que quiser.",
  it: "Prego! Chiedimi pure altro.",
  ru: "Пожалуйста! Спрашивайте ещё.",
  zh: "不客气！还可以继续问我。",
  ja: "どういたしまして！ほかにも聞いてください。",
  ko: "천만에요! 더 물어보셔도 좋아요.",
  hi: "आपका स्वागत है! और कुछ पूछिए।",
  ar: "على الرحب والسعة! اسألني عما تشاء.",
  th: "ยินดีเสมอ! ถามต่อได้เลย",
};

const BYE: Readonly<Record<Language, string>> = {
  en: "Goodbye! Come back any time.",
  es: "¡Hasta pronto! Vuelve cuando quieras.",
  fr: "Au revoir ! Revenez quand vous voulez.",
  de: "Auf Wiedersehen! Komm gern wieder.",
  pt: "Até logo! Volte quando quiser.",
  it: "Arrivederci! Torna quando vuoi.",
  ru: "До свидания! Заходите ещё.",
  zh: "再见！欢迎再来。",
  ja: "さようなら！またいつでもどうぞ。",
  ko: "안녕히 가세요! 또 오세요.",
  hi: "अलविदा! फिर आइएगा।",
  ar: "إلى اللقاء! عد متى شئت.",
  th: "ลาก่อน แล้วพบกันใหม่",
};

type Said = readonly [Language, string];

const HELLOS: readonly Said[] = [
  [
    "en",
    "hi,hello,hey,hiya,howdy,greetings,good morning,good afternoon,good evening,hi there,hello there,hey there,how are you,hi how are you,hello how are you,how are you doing,whats up,what s up,yo",
  ],
  [
    "es",
    "hola,buenas,buenos dias,buenas tardes,buenas noches,que tal,hola que tal,como estas,hola como estas",
  ],
  [
    "fr",
    "bonjour,salut,bonsoir,coucou,ca va,bonjour ca va,comment ca va,salut ca va",
  ],
  [
    "de",
    "hallo,guten tag,guten morgen,guten abend,moin,servus,gruss gott,wie geht es dir,wie geht s,hallo wie geht s",
  ],
  [
    "pt",
    "ola,oi,bom dia,boa tarde,boa noite,tudo bem,ola tudo bem,oi tudo bem",
  ],
  ["it", "ciao,buongiorno,buonasera,salve,come stai,ciao come stai,come va"],
  [
    "ru",
    "привет,здравствуйте,здравствуй,добрый день,доброе утро,добрый вечер,как дела,привет как дела,приветствую",
  ],
  ["zh", "你好,您好,嗨,哈喽,早上好,下午好,晚上好,大家好,你好吗,你好啊"],
  [
    "ja",
    "こんにちは,こんばんは,おはよう,おはようございます,やあ,はじめまして,もしもし,元気ですか",
  ],
  ["ko", "안녕,안녕하세요,안녕하십니까,반갑습니다,여보세요"],
  ["hi", "नमस्ते,नमस्कार,हैलो,हेलो,हाय,सुप्रभात,आप कैसे हैं,कैसे हो,नमस्ते आप कैसे हैं"],
  [
    "ar",
    "مرحبا,أهلا,اهلا,السلام عليكم,سلام,صباح الخير,مساء الخير,أهلا وسهلا,كيف حالك,مرحبا كيف حالك,هلا",
  ],
  ["th", "สวัสดี,สวัสดีครับ,สวัสดีค่ะ,หวัดดี,ดีครับ,ดีค่ะ,สบายดีไหม"],
];

const THANKS: readonly Said[] = [
  [
    "en",
    "thanks,thank you,thank you very much,thank you so much,thanks a lot,many thanks,thx,ty,cheers,great thanks,ok thanks,thanks bye,ok,okay,great,cool,nice,perfect,good,awesome,got it",
  ],
  [
    "es",
    "gracias,muchas gracias,mil gracias,vale,vale gracias,perfecto,genial,ok gracias",
  ],
  ["fr", "merci,merci beaucoup,d accord,parfait,super,merci bien"],
  [
    "de",
    "danke,danke schon,vielen dank,danke sehr,super danke,alles klar,prima",
  ],
  ["pt", "obrigado,obrigada,muito obrigado,muito obrigada,valeu,otimo,beleza"],
  ["it", "grazie,grazie mille,molte grazie,perfetto,va bene,ottimo"],
  [
    "ru",
    "спасибо,большое спасибо,спасибо большое,благодарю,хорошо,отлично,понятно,ок",
  ],
  ["zh", "谢谢,谢谢你,谢谢您,多谢,非常感谢,好的,好的谢谢,感谢"],
  [
    "ja",
    "ありがとう,ありがとうございます,どうも,どうもありがとう,了解,わかりました,ありがとうございました",
  ],
  ["ko", "감사합니다,고마워,고마워요,고맙습니다,감사해요,네,좋아요"],
  ["hi", "धन्यवाद,शुक्रिया,बहुत धन्यवाद,बहुत बहुत धन्यवाद,ठीक है,अच्छा"],
  ["ar", "شكرا,شكرا لك,شكرا جزيلا,جزاك الله خيرا,حسنا,ممتاز,تمام"],
  ["th", "ขอบคุณ,ขอบคุณครับ,ขอบคุณค่ะ,ขอบคุณมาก,โอเค"],
];

const BYES: readonly Said[] = [
  ["en", "bye,goodbye,good bye,bye bye,see you,see you later,good night"],
  ["es", "adios,hasta luego,hasta pronto,chao,nos vemos"],
  ["fr", "au revoir,a bientot,adieu,bonne nuit"],
  ["de", "tschuss,auf wiedersehen,bis bald,ciao ciao,gute nacht"],
  ["pt", "tchau,adeus,ate logo,ate mais"],
  ["it", "arrivederci,a presto,addio,buonanotte"],
  ["ru", "пока,до свидания,до встречи,спокойной ночи"],
  ["zh", "再见,拜拜,晚安"],
  ["ja", "さようなら,またね,おやすみ,バイバイ"],
  ["ko", "안녕히 가세요,안녕히 계세요,잘 가,잘 있어"],
  ["hi", "अलविदा,फिर मिलेंगे,शुभ रात्रि"],
  ["ar", "مع السلامة,وداعا,إلى اللقاء,الى اللقاء,تصبح على خير"],
  ["th", "ลาก่อน,บ๊ายบาย,ราตรีสวัสดิ์"],
];

const REPLIES: ReadonlyMap<string, string> = new Map([
  ...replies(HELLOS, HELLO),
  ...replies(THANKS, WELCOME),
  ...replies(BYES, BYE),
]);

function replies(
  said: readonly Said[],
  answers: Readonly<Record<Language, string>>,
) {
  return said.flatMap(([language, phrases]) =>
    phrases.split(",").map((phrase): [string, string] => [
      bare(phrase),
      answers[language],
    ])
  );
}

/** The reply to a greeting, thanks or farewell; null for anything that asks. */
export function smallTalk(message: string): string | null {
  return message.length > 60 ? null : REPLIES.get(bare(message)) ?? null;
}

/** A message folded, with single spaces for all else but letters and digits. */
export function bare(message: string): string {
  return fold(message).replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}
