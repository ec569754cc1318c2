/** The languages whose function words are known, as ISO 639-1 codes. */
export type Language =
  | "en"
  | "es"
  | "fr"
  | "de"
  | "pt"
  | "it"
  | "ru"
  | "zh"
  | "ja"
  | "ko"
  | "hi"
  | "ar"
  | "th";

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** Words that say nothing of a question's subject, folded as `words.ts` folds. */
export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: list(
    `a about actually after again all along another others next far whole get gets got getting take takes taken took going went go goes happen happened kept keep also am an and any anyone are as at be been before being
     both but by can could d did do does doing done during each either else ever every for
     from get give had has have having he her here hers him his how however i if in
     into is it its just know let like ll m many may me might more most much must my no
     not of on one or other our out over please re s same shall she should since so some
     such t tell than that the their them then there these they this those to too under
     until up us ve very was we were what when where whether which while who whom whose
     why will with would you your`,
  ),
  es: list(
    `a acerca ademas al algo algun alguna ante antes aquel asi aun bajo cada casi como con contra
     cual cuales cuando cuanta cuantas cuanto cuantos cuyo cuya de del dentro desde despues dime donde
     durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba
     estan estas este esto estos estuvo fue fueron ha habia hace hacia han hasta hay la las
     le les lo los mas me mi mientras mucho muy ni no nos nosotros o os otra otro otros para
     pero poco por porque puede pueden que quien quienes se ser si sido sin sobre
     solo son su sus tal tambien tan tanto te tenia tiene tienen todo todos tras tu tuvo
     un una unas uno unos usted y ya yo`,
  ),
  fr: list(
    `a ai ainsi alors apres as au aucun aussi autre aux avait avant avec avoir c car ce cela
     celle celui ces cet cette chaque chez combien comme comment d dans de depuis des dont du
     elle elles en encore entre est et etaient etait etant ete etre eu eut fait fut il ils
     j je l la laquelle le lequel les lesquels leur leurs lors lui m ma mais me meme mes
     moi mon n ne ni nos notre nous on ont ou par pas pendant peut plus pour pourquoi qu
     quand que quel quelle quelles quels qui quoi s sa sans se selon ses si son sont sous
     sur t ta te tes toi ton tous tout toute tres tu un une vers vos votre vous y`,
  ),
  de: list(
    `aber alle als also am an andere auch auf aus bei beim bin bis bist da damit dann das
     dass dein dem den denn der des dessen die dies diese diesem diesen dieser dieses doch
     dort du durch ein eine einem einen einer eines er es etwas euch fur gab gegen gibt
     haben hat hatte hatten hier ich ihm ihn ihr ihre ihrem ihren im in ins ist ja jede kann
     kein keine konnen man mein mich mir mit nach nicht noch nun nur ob oder ohne
     sehr sein seine seinem seinen seiner seit sich sie sind so uber um und uns unser unter
     vom von vor wann war waren warum was welche welchem welchen welcher welches wem wen wenn
     wer werden wessen wie wieso wird wo wobei wodurch woher wohin wurde wurden zu zum zur
     zwischen viel viele`,
  ),
  pt: list(
    `a ainda alem algum alguma antes ao aos apos as assim ate cada com como contra cuja cujo da
     das de dela dele depois desde do dos durante e ela elas ele eles em entre era eram essa
     esse esta estao estava este eu foi foram ha isso isto ja la lhe mais mas me mesmo meu
     minha muito muitos na nao nas nem no nos nossa nosso num numa o onde os ou outra outro
     para pela pelas pelo pelos pode podem por porque qual quais quando quanta quantas quanto
     quantos que quem se sem ser seu seus sido sobre sua suas sao tambem tao tem tinha tiveram
     todo todos tu um uma umas uns voce voces`,
  ),
  it: list(
    `a ad agli ai al alla alle allo anche ancora avere aveva avevano c che chi ci cio come con
     contro cosa cui d da dagli dai dal dalla dalle degli dei del della delle dello di dopo dove
     durante e ed era erano essere fa fino fra furono fu gli ha hanno ho i il in io l la le lei
     lo loro lui ma mi mia mio molti molto ne negli nei nel nella nelle nello noi non nostro o
     ogni per perche piu prima puo qual quale quali quando quanta quante quanti quanto quella
     quello questa queste questi questo s se senza si sia sono su sua sue sugli sul sulla suo
     tra tu tutti tutto un una uno v vi voi`,
  ),
  ru: list(
    `а без более больше бы был была были было быть в вам вас ведь весь во вот все всего всех вы
     где да для до его ее если есть еще же за зачем и из из-за или им имел имела их к каждый
     как какая какие каким каких какого какое какой каком какому какую ко когда кого который
     которая которое которые которого которой которых котором кому кто куда ли либо между меня мне много
     может можно мой мы на над надо нас наш не него нее нет ни них но ну о об однако он она они
     оно от откуда очень по под после почему при про с сам самый свой свою своего своей себя со
     сколько так также такой там те тем то того тоже той только том тот ты у уже чего чей чем
     через что чтобы чья эта эти это этого этой этом этот я является являются`,
  ),
  zh: list(
    `什么 哪 里 哪里 哪儿 哪个 个 哪些 哪种 哪位 哪座 哪一 哪年 些 谁 几 座 位 只 次 还 还有 总共 一共 已经 最 被 把 让 说 做 要 不 只 去 来 每 出 得 有多 多重 多长 多高 多宽 多大 多远 怎 怎么 怎样 样 为 为什 何 如 如何 多 少 多少 几 吗 呢 吧 啊 了 的 是 在 和 与 有 被
     把 对 从 到 以 于 其 这 那 这个 那个 之 也 都 就 而 及 或 由 该 会 能 可 可以 并 它 他 她 我 你 您 们 我们 你们
     他们 它们 上 下 中 哪一 一个 是什 何时 何地 哪年 哪座 哪位 位 请 问 请问 告诉 诉我 告 诉 么时 什麼 麼`,
  ),
  ja: list(
    `何 誰 何人 何年 どこ いつ なぜ どの どれ どう です ます でした ました ですか ますか ください について という
     これ それ あれ この その あの ここ そこ から まで より だれ なに なん どのように どのくらい いくつ されている
     している していますか ありますか でしょうか されましたか しましたか`,
  ),
  ko: list(
    `무엇 엇인 인가 가요 누구 구인 언제 제인 어디 디에 에서 어떤 왜 몇 얼마 마나 니까 습니 입니 하는 합니 있는 있습 었습 았습
     했습 는가 나요 인가요 은 는 이 가 을 를 의 에 그 저 것`,
  ),
  hi: list(
    `का की के को कि क्या कौन कौनसा कौनसी कब कहां कहा कहाँ कैसे कैसा कैसी क्यों कितना कितनी कितने किस किसने किसे किसका
     किसकी किसके किन है हैं था थी थे हो होता होती होते हुआ हुई हुए में मे से पर ने और या एक यह वह ये वे इस उस इसे
     उसे इसके उसके इसका उसका इसकी उसकी इन उन जो जिस जिसे तो भी ही तक लिए साथ द्वारा कर करता करती करते करना किया
     की गया गई गए जाता जाती जाते रहा रही रहे नहीं न मैं मुझे हम आप तुम मेरा आपका अपने अपनी अपना बारे बताओ बताइए कोई
     कुछ सकता सकते सकती वाला वाली वाले दिया लिया`,
  ),
  ar: list(
    `من ما ماذا متى اين أين كيف لماذا لم كم هل اي أي أية اية في على علي الى إلى الي عن مع هو هي هم هن هذا هذه ذلك
     تلك التي الذي الذين اللذان كان كانت كانوا يكون تكون ان أن إن او أو و ثم لا ليس ليست قد لقد كل بعض بين عند عندما
     بعد قبل منذ حتى حتي حول خلال ضد غير سوى فقط ايضا أيضا له لها لهم به بها فيه فيها منه منها عليه عليها انا أنا انت
     أنت نحن تم يتم هناك هنا كما لكن بل اذا إذا لو مما بما ومن وما فما بأي ب ل باي وباي لاي والي بم مم عم لم فيم وكم بكم واين ومتي ولماذا وكيف ممن مره`,
  ),
  th: list(
    `อะไร ใคร ที่ไหน เมื่อไร เมื่อไหร่ เมื่อ ไหร่ อย่างไร ทำไม กี่ เท่าไร เท่าไหร่ ไหน ใด คือ เป็น ที่ ใน ของ และ หรือ
     ได้ ให้ จาก กับ มี ไม่ ว่า นี้ นั้น ก็ จะ แล้ว โดย เพื่อ ซึ่ง อยู่ ไป มา ถูก ครับ ค่ะ คะ ไหม บ้าง ต้อง การ ความ
     ผม ฉัน คุณ เรา เขา มัน เท่า ไร`,
  ),
};

/** Words of many subjects, which a small index cannot know to be common. */
export const LIGHT_WORDS: ReadonlySet<string> = list(
  `use uses used using make makes made need needs needed find want offer offers provide include included includes
   come comes put show see look help possible required best good better new next current say said think recommend
   thing things way part mean means day days week month today please sell work something
   usar usa uso hacer hago necesito necesita encontrar ofrece incluye mejor bueno nuevo proximo parte cosa forma
   sale pasa dia dias hoy tengo tienes das
   brauche brauchst machen machst macht benutzen benutzt verwendest finde finden bietest gut beste neu nachste
   heute tag du
   faire fais utiliser utilise besoin trouver meilleur prochain jour aujourd hui
   нужно использовать сделать находится лучший следующий день сегодня
   需要 使用 可以 今天 चाहिए उपयोग आज करें करूं يجب استخدم اليوم يوجد
   يعرف يطلق تطلق يسمي تسمي يبلغ تبلغ بلغ بلغت يقع تقع وقع وقعت حدث اغلب معظم تكون يتكون`,
);
