import type { OwnerWords } from "../accounts/owner_letters.ts";
import type { Languages } from "../mail/languages.ts";

/** Why a webhook was switched off, as the page and the API say it. */
export const OFF_REASONS = {
  gone: "It answered 410 Gone, which means that it wants no more calls.",
  failing: "Every call to it has failed for three days.",
};

export type OffReason = keyof typeof OFF_REASONS;

/** What a team's owners are written where a webhook was switched off. */
export function switchedOffWords(
  host: string,
  reason: OffReason,
): Languages<OwnerWords> {
  const letter = (
    { because, off, meanwhile, ...words }: {
      because: Record<OffReason, string>;
      off: string;
      meanwhile: string;
      subject: string;
      button: string;
    },
  ): OwnerWords => ({
    ...words,
    lines: [`${off} ${because[reason]}`, meanwhile],
  });
  return {
    en: letter({
      subject: `A webhook was switched off: ${host}`,
      off: `Twincast no longer calls ${host}.`,
      because: OFF_REASONS,
      meanwhile:
        "Events that happen meanwhile are not sent later. Fix the address, then switch the webhook on again.",
      button: "Open webhooks",
    }),
    de: letter({
      subject: `Ein Webhook wurde abgeschaltet: ${host}`,
      off: `Twincast ruft ${host} nicht mehr auf.`,
      because: {
        gone:
          "Die Adresse antwortete mit 410 Gone, will also keine Aufrufe mehr.",
        failing: "Drei Tage lang ist jeder Aufruf fehlgeschlagen.",
      },
      meanwhile:
        "Ereignisse aus der Zwischenzeit werden nicht nachgesendet. Bringen Sie die Adresse in Ordnung und schalten Sie den Webhook dann wieder ein.",
      button: "Webhooks öffnen",
    }),
    es: letter({
      subject: `Se ha desactivado un webhook: ${host}`,
      off: `Twincast ya no llama a ${host}.`,
      because: {
        gone: "Respondió 410 Gone, es decir, que no quiere más llamadas.",
        failing: "Todas las llamadas han fallado durante tres días.",
      },
      meanwhile:
        "Los eventos que ocurran mientras tanto no se enviarán después. Corrija la dirección y vuelva a activar el webhook.",
      button: "Abrir los webhooks",
    }),
    fr: letter({
      subject: `Un webhook a été désactivé : ${host}`,
      off: `Twincast n’appelle plus ${host}.`,
      because: {
        gone: "Il a répondu 410 Gone : il ne veut plus d’appels.",
        failing: "Tous les appels ont échoué pendant trois jours.",
      },
      meanwhile:
        "Les événements survenus entre-temps ne seront pas envoyés plus tard. Corrigez l’adresse, puis réactivez le webhook.",
      button: "Ouvrir les webhooks",
    }),
    it: letter({
      subject: `Un webhook è stato disattivato: ${host}`,
      off: `Twincast non chiama più ${host}.`,
      because: {
        gone: "Ha risposto 410 Gone, cioè non vuole più chiamate.",
        failing: "Tutte le chiamate sono fallite per tre giorni.",
      },
      meanwhile:
        "Gli eventi che avvengono nel frattempo non vengono inviati dopo. Correggi l’indirizzo, poi riattiva il webhook.",
      button: "Apri i webhook",
    }),
    nl: letter({
      subject: `Een webhook is uitgeschakeld: ${host}`,
      off: `Twincast roept ${host} niet meer aan.`,
      because: {
        gone: "Het antwoordde 410 Gone en wil dus geen aanroepen meer.",
        failing: "Drie dagen lang is elke aanroep mislukt.",
      },
      meanwhile:
        "Gebeurtenissen van intussen worden later niet verzonden. Herstel het adres en zet de webhook dan weer aan.",
      button: "Webhooks openen",
    }),
    pt: letter({
      subject: `Um webhook foi desativado: ${host}`,
      off: `O Twincast não chama mais ${host}.`,
      because: {
        gone: "Ele respondeu 410 Gone, ou seja, não quer mais chamadas.",
        failing: "Todas as chamadas falharam durante três dias.",
      },
      meanwhile:
        "Os eventos que ocorrerem enquanto isso não serão enviados depois. Corrija o endereço e ative o webhook de novo.",
      button: "Abrir os webhooks",
    }),
  };
}
