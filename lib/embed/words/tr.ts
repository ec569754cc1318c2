import type { PageWords } from "./english.ts";

export const tr: PageWords = {
  message: "Mesajınız",
  ask: "Bana bir şey sorun",
  conversation: "Sohbet",
  answer: "Yanıt",
  starters: "Başlangıç soruları",
  next: "Şunu da sorabilirsiniz",
  links: "Bağlantılar",
  comment: "Kısa bir not (isteğe bağlı)",
  helped: "Ne yardımcı oldu? (isteğe bağlı)",
  missing: "Ne yanlıştı ya da eksikti? (isteğe bağlı)",
  by_hand: "Seçip elle kopyalayın",
  lead_send: "Bırak",
  lead_failed: "Olmadı. Adresi kontrol edip yeniden deneyin.",
  stored: "Hakkımda ne saklanıyor",
  stored_title: "Hakkınızda ne saklanıyor",
  stored_nothing: "Hiçbir şey: henüz yazmadınız.",
  stored_messages: "Bu sohbetin mesajları ve saatleri. Mesaj sayısı: {count}.",
  stored_no: "Ad yok, adres yok, çerez yok.",
  stored_no_but:
    "Ad yok, adres yok, çerez yok; e-posta yalnızca siz bırakırsanız.",
  stored_unread:
    "Sohbeti kimse okumaz: yalnızca sonraki sorularınız için tutulur ve siz bıraktıktan kısa süre sonra silinir. Ya da şimdi silin.",
  stored_read:
    "Bu ikizi yapan kişi sohbeti okuyabilir. Saklama süresi: {days}. Silerseniz onun için de hemen yok olur.",
  delete_now: "Şimdi sil",
  deleted: "Silindi. Artık hiçbir şey saklanmıyor.",
  gone_title: "Burada bir şey yok",
  gone:
    "Bu bağlantı çalışmıyor ya da artık paylaşılmıyor. Size verenden yenisini isteyin.",
  start_page: "Başlangıç sayfasına git",
  notify_title: "{name} size yazsın",
  notify_why:
    "Buna henüz bir yanıt yoktu. E-postanızı bırakın, {name} size yazabilsin.",
  notify_done:
    "Teşekkürler. {name} e-postanızı sorunuzun yanında görür. Bu sayfayı kapatabilirsiniz.",
};
