import type { MailWords } from "./english.ts";

export const fr: MailWords = {
  invited: "{inviter} vous invite à rejoindre {team}",
  hello: "Bonjour,",
  invites:
    "{inviter} vous invite à rejoindre {team} sur Twincast (rôle : {role}).",
  role_owner: "propriétaire",
  role_editor: "éditeur",
  role_viewer: "lecteur",
  invitation_ends: "Le lien fonctionne une seule fois, pendant sept jours.",
  join: "Rejoindre l’équipe",
  why_invited:
    "Vous recevez cet e-mail parce que {inviter} a saisi votre adresse. Si vous ne connaissez pas cette personne, ne faites rien.",
  reset: "Choisir un nouveau mot de passe",
  hello_name: "Bonjour {name},",
  reset_asked:
    "Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour votre compte Twincast. Le lien fonctionne une seule fois, pendant une heure.",
  why_reset:
    "Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même et vous seul avez ce lien.",
  answers: "{name} répond à votre question",
  you_asked: "Vous avez demandé : « {question} »",
  why_answer:
    "Vous recevez ce seul e-mail parce que vous avez laissé votre adresse à {name} pour connaître la réponse. Elle n’est pas transmise, et rien d’autre ne suivra.",
  news: "{name} : {counts}",
  unanswered_one: "{count} question sans réponse",
  unanswered_more: "{count} questions sans réponse",
  weak_one: "{count} réponse incertaine",
  weak_more: "{count} réponses incertaines",
  leads_one: "{count} personne attend une réponse",
  leads_more: "{count} personnes attendent une réponse",
  unanswered: "{name} n’a pas su répondre à :",
  weak: "Réponses incertaines de {name} à :",
  leads:
    "Ces personnes ont laissé leur e-mail à {name} et attendent une réponse :",
  more: "… et {count} de plus",
  answer_them: "Répondre",
  why_news: "Vous recevez cet e-mail en tant que membre de {team}.",
  choose: "Choisir les notifications",
  unsubscribe: "Se désabonner de tous ces e-mails",
  webhook_off: "Un webhook a été désactivé : {host}",
  webhook_silent: "Twincast n’appelle plus {host}.",
  webhook_gone: "Il a répondu 410 Gone : il ne veut plus d’appels.",
  webhook_failing: "Tous les appels ont échoué pendant trois jours.",
  webhook_meanwhile:
    "Les événements survenus entre-temps ne seront pas envoyés plus tard. Corrigez l’adresse, puis réactivez le webhook.",
  open_webhooks: "Ouvrir les webhooks",
  channel_fails: "Un canal est en panne : {channel} ({platform})",
  channel_silent:
    "{twin} ne peut pas répondre sur {channel}, {platform}. Message reçu : {why}",
  channel_meanwhile:
    "Quand cela peut aider, les messages sont réessayés pendant quelques heures. Vérifiez le canal pour voir s’il fonctionne de nouveau.",
  open_channels: "Ouvrir les canaux",
  why_owner:
    "Vous recevez cet e-mail parce que vous êtes propriétaire de cette équipe.",
};
