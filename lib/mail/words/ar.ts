import type { MailWords } from "./english.ts";

export const ar: MailWords = {
  invited: "دعوة من {inviter} للانضمام إلى {team}",
  hello: "مرحبًا،",
  invites: "يدعوك {inviter} للانضمام إلى {team} على Twincast. دورك: {role}.",
  role_owner: "مالك",
  role_editor: "محرّر",
  role_viewer: "قارئ",
  invitation_ends: "يعمل الرابط أدناه مرة واحدة خلال سبعة أيام.",
  join: "الانضمام إلى الفريق",
  why_invited:
    "وصلتك هذه الرسالة لأن {inviter} كتب عنوانك. إن كنت لا تعرفه فلا تفعل شيئًا.",
  reset: "تعيين كلمة مرور جديدة",
  hello_name: "مرحبًا {name}،",
  reset_asked:
    "طلب شخص ما، ونأمل أنه أنت، كلمة مرور جديدة لحسابك في Twincast. يعمل الرابط أدناه مرة واحدة خلال ساعة.",
  why_reset:
    "إن لم تكن أنت فلا تفعل شيئًا: تبقى كلمة مرورك كما هي، وهذا الرابط لديك وحدك.",
  answers: "{name}: إجابة عن سؤالك",
  you_asked: "سألتَ: «{question}»",
  why_answer:
    "وصلتك هذه الرسالة الوحيدة لأنك تركت عنوانك لدى {name} للحصول على الإجابة. لا يُعطى العنوان لأحد، ولن تصلك رسائل أخرى.",
  news: "{name}: {counts}",
  unanswered_one: "أسئلة بلا إجابة: {count}",
  unanswered_more: "أسئلة بلا إجابة: {count}",
  weak_one: "إجابات غير مؤكدة: {count}",
  weak_more: "إجابات غير مؤكدة: {count}",
  leads_one: "في انتظار الرد: {count}",
  leads_more: "في انتظار الرد: {count}",
  unanswered: "لم يجد {name} إجابة عن:",
  weak: "لم يكن {name} متأكدًا من:",
  leads: "ترك هؤلاء بريدهم لدى {name} وينتظرون الرد:",
  more: "… و{count} أخرى",
  answer_them: "الرد عليها",
  why_news: "وصلتك هذه الرسالة لأنك عضو في {team}.",
  choose: "اختيار ما تُبلَّغ به",
  unsubscribe: "إلغاء الاشتراك في كل هذه الرسائل",
  webhook_off: "أُوقف Webhook: {host}",
  webhook_silent: "لم يعد Twincast يستدعي {host}.",
  webhook_gone: "أجاب بـ 410 Gone، أي إنه لا يريد مزيدًا من الاستدعاءات.",
  webhook_failing: "فشل كل استدعاء له طوال ثلاثة أيام.",
  webhook_meanwhile:
    "ما يحدث في هذه الأثناء لا يُرسل لاحقًا. أصلح العنوان ثم شغّل الـ Webhook من جديد.",
  open_webhooks: "فتح صفحة Webhooks",
  channel_fails: "قناة معطّلة: {channel} ({platform})",
  channel_silent:
    "لا يستطيع {twin} الرد في {channel} على {platform}. نص الخطأ: {why}",
  channel_meanwhile:
    "حيث قد يفيد ذلك، تُعاد محاولة إرسال الرسائل لبضع ساعات. افحص القناة لترى هل عادت إلى العمل.",
  open_channels: "فتح القنوات",
  why_owner: "وصلتك هذه الرسالة لأنك مالك في هذا الفريق.",
};
