import { words } from "./words.ts";

/*
 * Words that questions and texts often use for one another, folded as
 * `words.ts` folds: a line an idea, all languages side by side. "€" stands for
 * any currency sign, "@" for an e-mail address, ":" for a time of day.
 */
const IDEAS = `
price prices pricing cost costs charge charges fee fees euro euros dollar dollars € precio coste costo cuesta cuestan cuanto tarifa cuota prix coute coutent tarif preis preise kostet kosten gebuhr preco custo custa prezzo costa costano цена цены стоит стоят стоимость плата рублей 价格 价钱 费用 收费 少钱 कीमत दाम शुल्क फीस मूल्य लागत रुपये سعر ثمن تكلفة رسوم كلفة
pay payment paid pagar pago payer paiement zahlen bezahlen zahlung платить оплата 付款 支付 भुगतान دفع
buy purchase sell sold sells sale shop store comprar compra vender venta tienda acheter vendre boutique kaufen verkaufen verkauf laden купить продать продажа магазин 购买 出售 销售 खरीद खरीदें बेच बेचते बिक्री شراء بيع يبيع متجر
open opens opened opening hours close closes closed : abierto abierta abre horario cerrado ouvert ouvre horaires ferme geoffnet offnet offen offnungszeiten geschlossen aberto fechado aperto apre orario chiuso открыт открыто открывается закрыт 开门 营业 关门 开放 खुला खुलता खुलती बंद مفتوح يفتح تفتح مغلق دوام
ship shipping deliver delivers delivery postage envio envios envia enviar entrega livraison livrer versand liefern lieferung versenden доставка доставить отправка 发货 送货 快递 配送 डिलीवरी توصيل شحن
begin begins began begun beginning start starts started launch launched founded establish established empezar empezo empieza comenzar comenzo comienza inicio fundado fundo commencer commence debut fonde beginnen beginnt begann angefangen anfangen gegrundet inicia inizia comeca начать начал начало начинается основан 开始 创立 成立 创建 शुरू स्थापना आरंभ بدأ بدات بداية تأسس
end ended ends finish finished conclude concluded complete completed termino terminar termina acabar fin endete beendet закончить закончился завершен 结束 完成 समाप्त पूरा انتهى انتهت
big large size bigger biggest largest grande tamano gross grosse gros taille grosste большой размер крупнейший 大小 最大 बड़ा बड़ी आकार كبير حجم اكبر
live lives lived reside resides residence based vivir vive vives vivo reside resides residir habiter habite habitez wohnen wohnt wohnst wohne lebt lebst lebe жить живет живешь живу 居住 住在 रहता रहती रहते निवास يسكن تسكن اسكن يعيش تعيش اعيش
job work occupation profession career trabajo empleo profesion metier travail beruf arbeit работа профессия 工作 职业 पेशा नौकरी مهنة وظيفة
contact reach email mail phone telephone @ contacto contactar contactarte correo telefono contacter courriel kontakt kontaktieren erreichen erreiche contato contattare связаться почта телефон 联系 电话 邮箱 邮件 संपर्क फोन संदेश ईमेल اتصل تواصل التواصل اتواصل راسل راسلني بريد هاتف
book booking reserve reservation reservations sign register registration enrol enroll enrolment join joining signup reservar reserva inscribir inscripcion reserver buchen buchung anmelden anmeldung reservieren забронировать запись записаться 预约 预订 报名 बुक बुकिंग पंजीकरण शामिल حجز الحجز احجز تسجيل
member members membership subscribe subscriber subscription suscripcion socio abonnement abo mitglied mitgliedschaft подписка 会员 订阅 सदस्यता اشتراك عضوية
cancel cancellation quit terminate unsubscribe cancelar cancelacion annuler annulation stornieren absagen kundigen отменить отмена 取消 रद्द الغاء
refund refunds reimburse reimbursement reembolso remboursement ruckerstattung erstattung возврат 退款 استرداد
discount reduction cheaper reduced descuento rebaja rabatt ermassigung weniger скидка 优惠 折扣 打折 छूट خصم تخفيض
holiday vacation holidays vacaciones vacances urlaub ferien отпуск каникулы 假期 度假 छुट्टी عطلة اجازة
movie movies film films pelicula peliculas cine kino фильм кино 电影 फिल्म सिनेमा فيلم سينما
address street lane road avenue direccion calle rue adresse strasse gasse endereco indirizzo адрес улица 地址 位于 पता सड़क عنوان شارع
lesson lessons class classes course courses workshop clase clases curso cursos cours unterricht kurs aula lezione урок занятие курс 课程 上课 कक्षा क्लास درس دروس دورة
born birth birthday birthplace nacio naci naciste nacido nacida nacimiento naissance geboren geburt nasceu nato родился родилась рождения 出生 生于 जन्म पैदा ولد مولد ولادة
die died dies death dead murio morir muerte fallecio mort mourut starb gestorben tod morreu morte умер умерла смерть скончался погиб 去世 逝世 死亡 मृत्यु निधन توفي مات وفاة
write wrote written author writer escribir escribio escrito autor escritor ecrire ecrit auteur schrieb geschrieben autor verfasst написал написала автор писатель 作者 撰写 लेखक लिखा लिखी रचना كتب مؤلف كاتب
build built builder construct constructed construction erect erected construir construyo construido construida construccion construit gebaut erbaut errichtet построен построили построил строительство 建造 修建 建成 建于 बनाया बनवाया निर्माण بنى بني شيد شيدت بناء
invent invented inventor discover discovered discovery inventar invento descubrir descubrio descubierto descubridor decouvert erfunden erfand entdeckt изобрел открыл обнаружил 发明 发现 आविष्कार खोज खोजा खोजी اخترع اكتشف
marry married wife husband spouse wedding casar caso casado esposa esposo matrimonio verheiratet heiratete женился жена муж 结婚 妻子 丈夫 विवाह शादी पत्नी पति تزوج زوجة
win won winner victory medal award prize ganar gano medalla premio gagne gewann выиграл победил премия медаль 获奖 赢得 冠军 जीता पुरस्कार فاز جائزة
study studied degree university college estudiar estudie estudio estudiaste universidad etudie studiert studium учился университет 学习 大学 毕业 पढ़ाई विश्वविद्यालय درس جامعة
publish published publication publicar publicado publico publie veroffentlicht erschien erschienen издан опубликован вышел 出版 发表 प्रकाशित نشر نشرت
repair repairs fix mend restore reparar arreglar reparer reparieren reparatur ремонт чинить 修理 维修 मरम्मत تصليح اصلاح
photo photos photograph photographs picture pictures foto fotos bild bilder фото фотография 照片 拍照 तस्वीर صورة
country nation countries nations
weigh weighs weight heavy pesar pesa peso wiegt gewicht schwer вес весит масса 重量 体重 वजन भार وزن يزن
tall height high altura alto mide hoch hohe высота высотой 高度 ऊंचाई ارتفاع
length long longitud largo lange длина длиной 长度 全长 लंबाई طول
deep depth profundidad hondo tief tiefe глубина 深度 गहराई عمق
answer answers reply replies respond response responder respuesta antworten antwort ответ отвечать 回复 回答 जवाब رد
quickly fast quick soon speed rapido velocidad schnell geschwindigkeit быстро скорость 速度 快速 गति سرعة سريع
teacher guru master tutor maestro maestra profesor profesora professeur lehrer lehrerin учитель наставник 老师 师傅 गुरु शिक्षक معلم استاذ
illness disease diseases sickness enfermedad enfermedades krankheit болезнь 疾病 बीमारी مرض
important main principal chief
`;

const ALIKE: ReadonlyMap<string, ReadonlySet<string>> = read();

function read(): Map<string, Set<string>> {
  const alike = new Map<string, Set<string>>();
  for (const idea of IDEAS.trim().split("\n")) {
    const stems = idea.split(" ").flatMap((said) =>
      words(said).map(({ stem }) => stem)
    ).filter((stem) => !/^\p{sc=Han}$/u.test(stem));
    for (const stem of stems) {
      const set = alike.get(stem) ?? new Set<string>();
      for (const other of stems) if (other !== stem) set.add(other);
      alike.set(stem, set);
    }
  }
  return alike;
}

const NONE: ReadonlySet<string> = new Set();

/** The stems of words that may stand for the word with this stem. */
export function synonyms(stem: string): ReadonlySet<string> {
  return ALIKE.get(stem) ?? NONE;
}
