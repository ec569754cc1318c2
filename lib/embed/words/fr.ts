import type { PageWords } from "./english.ts";

export const fr: PageWords = {
  message: "Votre message",
  ask: "Posez-moi une question",
  conversation: "Conversation",
  answer: "Réponse",
  starters: "Questions pour commencer",
  next: "Vous pourriez aussi demander",
  links: "Liens",
  comment: "Un commentaire (facultatif)",
  helped: "Qu’est-ce qui vous a aidé ? (facultatif)",
  missing: "Qu’est-ce qui était faux ou manquait ? (facultatif)",
  by_hand: "Sélectionnez et copiez à la main",
  lead_send: "Laisser mon e-mail",
  lead_failed: "Cela n’a pas fonctionné. Vérifiez l’adresse et réessayez.",
  stored: "Ce qui est enregistré sur moi",
  stored_title: "Ce qui est enregistré sur vous",
  stored_nothing: "Rien : vous n’avez pas encore écrit.",
  stored_messages:
    "Les messages de cette conversation avec leur heure. Messages : {count}.",
  stored_no: "Ni nom, ni adresse, ni cookie.",
  stored_no_but:
    "Ni nom, ni adresse, ni cookie ; un e-mail seulement si vous en laissez un.",
  stored_unread:
    "Personne ne lit la conversation : elle ne sert qu’à vos prochaines questions et est supprimée peu après la fin. Ou supprimez-la maintenant.",
  stored_read:
    "La personne qui a créé ce jumeau peut lire la conversation. Durée de conservation : {days}. Si vous la supprimez, elle disparaît aussitôt pour elle aussi.",
  delete_now: "Supprimer maintenant",
  deleted: "Supprimé. Plus rien n’en est enregistré.",
  gone_title: "Rien ici",
  gone:
    "Ce lien ne fonctionne pas ou n’est plus partagé. Demandez-en un nouveau à la personne qui vous l’a donné.",
  start_page: "Aller à la page d’accueil",
  notify_title: "Réponse de {name}",
  notify_why:
    "Il n’y avait pas encore de réponse à cela. Laissez votre e-mail, et {name} pourra vous écrire.",
  notify_done:
    "Merci. {name} voit votre e-mail à côté de votre question. Vous pouvez fermer cette page.",
};
