import { isolated, type LetterText } from "../mail/letter.ts";
import { inLetterLanguage, type Languages } from "../mail/languages.ts";
import type { Role } from "../schemas/common.ts";

type InvitationWords = {
  subject: (inviter: string, team: string) => string;
  hello: string;
  invites: (inviter: string, team: string, role: string) => string;
  roles: Record<Role, string>;
  link: string;
  button: string;
  why: (inviter: string) => string;
};

const INVITATION_WORDS: Languages<InvitationWords> = {
  en: {
    subject: (inviter, team) => `${inviter} invites you to ${team}`,
    hello: "Hello,",
    invites: (inviter, team, role) =>
      `${inviter} invites you to join ${team} on Twincast as ${role}.`,
    roles: { owner: "an owner", editor: "an editor", viewer: "a viewer" },
    link: "The link below works once, within seven days.",
    button: "Join the team",
    why: (inviter) =>
      `You get this mail because ${inviter} typed your address. If you do not know them, do nothing.`,
  },
  de: {
    subject: (inviter, team) => `${inviter} lädt Sie zu ${team} ein`,
    hello: "Guten Tag,",
    invites: (inviter, team, role) =>
      `${inviter} lädt Sie ein, auf Twincast dem Team ${team} beizutreten (Rolle: ${role}).`,
    roles: { owner: "Inhaber", editor: "Redaktion", viewer: "Lesezugriff" },
    link: "Der Link funktioniert einmal und sieben Tage lang.",
    button: "Dem Team beitreten",
    why: (inviter) =>
      `Sie erhalten diese E-Mail, weil ${inviter} Ihre Adresse eingegeben hat. Wenn Sie diese Person nicht kennen, müssen Sie nichts tun.`,
  },
  es: {
    subject: (inviter, team) => `${inviter} le invita a ${team}`,
    hello: "Hola:",
    invites: (inviter, team, role) =>
      `${inviter} le invita a unirse a ${team} en Twincast (rol: ${role}).`,
    roles: { owner: "propietario", editor: "editor", viewer: "lector" },
    link: "El enlace funciona una sola vez y durante siete días.",
    button: "Unirse al equipo",
    why: (inviter) =>
      `Recibe este correo porque ${inviter} escribió su dirección. Si no conoce a esta persona, no haga nada.`,
  },
  fr: {
    subject: (inviter, team) => `${inviter} vous invite à rejoindre ${team}`,
    hello: "Bonjour,",
    invites: (inviter, team, role) =>
      `${inviter} vous invite à rejoindre ${team} sur Twincast (rôle : ${role}).`,
    roles: { owner: "propriétaire", editor: "éditeur", viewer: "lecteur" },
    link: "Le lien fonctionne une seule fois, pendant sept jours.",
    button: "Rejoindre l’équipe",
    why: (inviter) =>
      `Vous recevez cet e-mail parce que ${inviter} a saisi votre adresse. Si vous ne connaissez pas cette personne, ne faites rien.`,
  },
  it: {
    subject: (inviter, team) => `${inviter} ti invita in ${team}`,
    hello: "Ciao,",
    invites: (inviter, team, role) =>
      `${inviter} ti invita a entrare in ${team} su Twincast (ruolo: ${role}).`,
    roles: { owner: "proprietario", editor: "editor", viewer: "lettore" },
    link: "Il link funziona una sola volta, entro sette giorni.",
    button: "Entra nel team",
    why: (inviter) =>
      `Ricevi questa e-mail perché ${inviter} ha scritto il tuo indirizzo. Se non conosci questa persona, non fare nulla.`,
  },
  nl: {
    subject: (inviter, team) => `${inviter} nodigt je uit voor ${team}`,
    hello: "Hallo,",
    invites: (inviter, team, role) =>
      `${inviter} nodigt je uit om op Twincast lid te worden van ${team} (rol: ${role}).`,
    roles: { owner: "eigenaar", editor: "redacteur", viewer: "lezer" },
    link: "De link werkt één keer, binnen zeven dagen.",
    button: "Lid worden van het team",
    why: (inviter) =>
      `Je krijgt deze e-mail omdat ${inviter} je adres heeft ingevuld. Ken je deze persoon niet? Dan hoef je niets te doen.`,
  },
  pt: {
    subject: (inviter, team) => `${inviter} convida você para ${team}`,
    hello: "Olá,",
    invites: (inviter, team, role) =>
      `${inviter} convida você a entrar em ${team} no Twincast (função: ${role}).`,
    roles: { owner: "proprietário", editor: "editor", viewer: "leitor" },
    link: "O link funciona uma única vez, durante sete dias.",
    button: "Entrar na equipe",
    why: (inviter) =>
      `Você recebe este e-mail porque ${inviter} digitou o seu endereço. Se não conhece essa pessoa, não faça nada.`,
  },
};

/** The words of an invitation, in the recipient's language where it is known. */
export function invitationLetter(
  { to, role, inviter, team, url, language }: {
    to: string;
    role: Role;
    inviter: string;
    team: string;
    url: string;
    language: string | undefined;
  },
): LetterText {
  const words = inLetterLanguage(language, INVITATION_WORDS);
  return {
    to,
    lang: words.lang,
    subject: words.subject(inviter, team),
    lines: [
      words.hello,
      words.invites(isolated(inviter), isolated(team), words.roles[role]),
      words.link,
    ],
    button: { label: words.button, url },
    why: words.why(isolated(inviter)),
  };
}
