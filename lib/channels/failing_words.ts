import type { OwnerWords } from "../accounts/owner_letters.ts";
import type { Languages } from "../mail/languages.ts";
import { isolated } from "../mail/letter.ts";

/**
 * What a team's owners are written where a channel has begun to fail. `why` is in English, as the page Channels shows
 * it too, so each other language names it as what was reported.
 */
export function failingWords(
  channel: { twin: string; name: string; platform: string },
  why: string,
): Languages<OwnerWords> {
  const { platform } = channel;
  const named = `${channel.name} (${platform})`;
  const name = isolated(channel.name);
  const twin = isolated(channel.twin);
  return {
    en: {
      subject: `A channel is failing: ${named}`,
      lines: [
        `${twin} cannot answer on ${name}, ${platform}. ${why}`,
        "Where it may help, messages are tried again for some hours. Check the channel to see whether it works again.",
      ],
      button: "Open channels",
    },
    de: {
      subject: `Ein Kanal ist gestört: ${named}`,
      lines: [
        `${twin} kann auf ${name}, ${platform}, nicht antworten. Gemeldet wurde: ${why}`,
        "Wo es helfen kann, werden Nachrichten einige Stunden lang erneut versucht. Prüfen Sie den Kanal, um zu sehen, ob er wieder funktioniert.",
      ],
      button: "Kanäle öffnen",
    },
    es: {
      subject: `Un canal falla: ${named}`,
      lines: [
        `${twin} no puede responder en ${name}, ${platform}. Se ha comunicado: ${why}`,
        "Cuando puede servir, los mensajes se reintentan durante algunas horas. Compruebe el canal para ver si vuelve a funcionar.",
      ],
      button: "Abrir los canales",
    },
    fr: {
      subject: `Un canal est en panne : ${named}`,
      lines: [
        `${twin} ne peut pas répondre sur ${name}, ${platform}. Message reçu : ${why}`,
        "Quand cela peut aider, les messages sont réessayés pendant quelques heures. Vérifiez le canal pour voir s’il fonctionne de nouveau.",
      ],
      button: "Ouvrir les canaux",
    },
    it: {
      subject: `Un canale non funziona: ${named}`,
      lines: [
        `${twin} non può rispondere su ${name}, ${platform}. Segnalato: ${why}`,
        "Dove può servire, i messaggi vengono ritentati per alcune ore. Controlla il canale per vedere se funziona di nuovo.",
      ],
      button: "Apri i canali",
    },
    nl: {
      subject: `Een kanaal werkt niet: ${named}`,
      lines: [
        `${twin} kan niet antwoorden op ${name}, ${platform}. Gemeld werd: ${why}`,
        "Waar dat kan helpen, worden berichten enkele uren lang opnieuw geprobeerd. Controleer het kanaal om te zien of het weer werkt.",
      ],
      button: "Kanalen openen",
    },
    pt: {
      subject: `Um canal está com falhas: ${named}`,
      lines: [
        `${twin} não consegue responder em ${name}, ${platform}. Foi informado: ${why}`,
        "Quando pode ajudar, as mensagens são tentadas de novo por algumas horas. Verifique o canal para ver se voltou a funcionar.",
      ],
      button: "Abrir os canais",
    },
  };
}
