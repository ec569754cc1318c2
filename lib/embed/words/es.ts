import type { PageWords } from "./english.ts";

export const es: PageWords = {
  message: "Tu mensaje",
  ask: "Pregúntame lo que quieras",
  conversation: "Conversación",
  answer: "Respuesta",
  starters: "Preguntas para empezar",
  next: "También puedes preguntar",
  links: "Enlaces",
  comment: "Un comentario (opcional)",
  helped: "¿Qué te ayudó? (opcional)",
  missing: "¿Qué estaba mal o faltaba? (opcional)",
  by_hand: "Selecciónalo y cópialo a mano",
  lead_send: "Dejarlo",
  lead_failed: "No ha funcionado. Comprueba la dirección e inténtalo de nuevo.",
  stored: "Qué se guarda sobre mí",
  stored_title: "Qué se guarda sobre ti",
  stored_nothing: "Nada: aún no has escrito.",
  stored_messages:
    "Los mensajes de esta conversación con su hora. Mensajes: {count}.",
  stored_no: "Ni nombre, ni dirección, ni cookies.",
  stored_no_but:
    "Ni nombre, ni dirección, ni cookies; un correo solo si lo dejas.",
  stored_unread:
    "Nadie lee la conversación: se conserva solo para tus próximas preguntas y se borra poco después de que termines. O bórrala ahora.",
  stored_read:
    "Quien creó este gemelo puede leer la conversación. Se conserva durante: {days}. Si la borras, también desaparece para esa persona, al momento.",
  delete_now: "Borrar ahora",
  deleted: "Borrado. Ya no se guarda nada de ello.",
  gone_title: "Aquí no hay nada",
  gone:
    "Este enlace no funciona o ya no se comparte. Pide uno nuevo a quien te lo dio.",
  start_page: "Ir a la página de inicio",
  notify_title: "Respuesta de {name}",
  notify_why:
    "Aún no había respuesta a esto. Deja tu correo y {name} podrá escribirte.",
  notify_done:
    "Gracias. {name} ve tu correo junto a tu pregunta. Puedes cerrar esta página.",
};
