import type { MailWords } from "./english.ts";

export const tr: MailWords = {
  invited: "{inviter} sizi {team} ekibine davet ediyor",
  hello: "Merhaba,",
  invites:
    "{inviter} sizi Twincast’te {team} ekibine katılmaya davet ediyor (rol: {role}).",
  role_owner: "sahip",
  role_editor: "editör",
  role_viewer: "izleyici",
  invitation_ends: "Aşağıdaki bağlantı yedi gün içinde bir kez çalışır.",
  join: "Ekibe katıl",
  why_invited:
    "Bu e-postayı {inviter} adresinizi yazdığı için aldınız. Bu kişiyi tanımıyorsanız bir şey yapmanız gerekmez.",
  reset: "Yeni parola belirleyin",
  hello_name: "Merhaba {name},",
  reset_asked:
    "Biri, umarız siz, Twincast hesabınız için yeni bir parola istedi. Aşağıdaki bağlantı bir saat içinde bir kez çalışır.",
  why_reset:
    "Bunu siz istemediyseniz bir şey yapmayın: parolanız değişmez ve bu bağlantı yalnızca sizdedir.",
  answers: "{name} sorunuzu yanıtladı",
  you_asked: "Şunu sordunuz: “{question}”",
  why_answer:
    "Bu tek e-postayı, yanıtı almak için adresinizi {name} sayfasına bıraktığınız için aldınız. Adresiniz kimseye verilmez ve başka e-posta gelmez.",
  news: "{name}: {counts}",
  unanswered_one: "{count} yanıtsız soru",
  unanswered_more: "{count} yanıtsız soru",
  weak_one: "{count} emin olunmayan yanıt",
  weak_more: "{count} emin olunmayan yanıt",
  leads_one: "{count} kişi yanıt bekliyor",
  leads_more: "{count} kişi yanıt bekliyor",
  unanswered: "{name} şunlara yanıt bulamadı:",
  weak: "{name} şunlardan emin olamadı:",
  leads: "Bu kişiler e-postalarını bıraktı ve {name} yanıtını bekliyor:",
  more: "… ve {count} tane daha",
  answer_them: "Yanıtla",
  why_news: "Bu e-postayı {team} ekibinin üyesi olduğunuz için aldınız.",
  choose: "Neyin bildirileceğini seç",
  unsubscribe: "Bu e-postaların hepsinden çık",
  webhook_off: "Bir webhook kapatıldı: {host}",
  webhook_silent: "Twincast artık {host} adresini çağırmıyor.",
  webhook_gone: "410 Gone yanıtını verdi, yani artık çağrı istemiyor.",
  webhook_failing: "Üç gün boyunca her çağrı başarısız oldu.",
  webhook_meanwhile:
    "Bu arada olan olaylar sonradan gönderilmez. Adresi düzeltin, sonra webhook’u yeniden açın.",
  open_webhooks: "Webhook’ları aç",
  channel_fails: "Bir kanal çalışmıyor: {channel} ({platform})",
  channel_silent:
    "{twin}, {channel} ({platform}) üzerinde yanıt veremiyor. Bildirilen: {why}",
  channel_meanwhile:
    "Yararı olabilecek yerde mesajlar birkaç saat boyunca yeniden denenir. Yeniden çalışıp çalışmadığını görmek için kanalı kontrol edin.",
  open_channels: "Kanalları aç",
  why_owner: "Bu e-postayı bu ekibin sahibi olduğunuz için aldınız.",
};
