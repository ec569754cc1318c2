import * as apiKey from "./api_key.ts";
import * as channel from "./channel.ts";
import * as completion from "./completion.ts";
import * as content from "./content.ts";
import * as conversation from "./conversation.ts";
import * as finding from "./finding.ts";
import * as mcp from "./mcp.ts";
import * as model from "./model.ts";
import type { Operation } from "./operation.ts";
import * as operations from "./operations.ts";
import * as share from "./share.ts";
import * as source from "./source.ts";
import * as team from "./team.ts";
import * as trial from "./trial.ts";
import * as twin from "./twin.ts";
import * as webhook from "./webhook.ts";
import * as widget from "./widget.ts";

type Module = Record<string, Operation>;

/** The API by subject, in the order in which one builds on it. */
const GROUPS: [name: string, about: string, modules: Module[]][] = [
  [
    "Chat by key",
    "Asking a twin from a page or a server, with an API key.",
    [widget],
  ],
  [
    "OpenAI and MCP",
    "For programs that already speak these protocols, with a secret key.",
    [completion, mcp],
  ],
  [
    "Share links",
    "A twin's public page, and who may see it.",
    [share],
  ],
  ["Twins", "A twin, its picture, and trying it in private.", [twin]],
  [
    "Content",
    "What a twin knows: items, files, pages, drafts and versions.",
    [content, finding],
  ],
  [
    "Sources and jobs",
    "Sites, feeds and pages that are read again automatically.",
    [source],
  ],
  [
    "Conversations",
    "What visitors asked, what was not answered, and who waits for a reply.",
    [conversation],
  ],
  ["API keys", "Who may ask a twin, from where and how often.", [apiKey]],
  [
    "Channels",
    "A twin on Telegram, Slack, Discord and WhatsApp.",
    [channel],
  ],
  ["Webhooks", "Events sent to your server.", [webhook]],
  [
    "Language model",
    "The language model that words the answers, if there is one.",
    [
      model,
    ],
  ],
  ["Team", "Members, their roles, and the audit log.", [team]],
  ["Trials", "A twin without an account, for a day.", [trial]],
];
/** The group for everything else. */
const REST = "Server";

export type Group = { name: string; about: string; operations: Operation[] };

/** Every operation, in groups. */
export function groupedOperations(): Group[] {
  const left = new Set<Operation>(Object.values<Operation>(operations));
  const groups = GROUPS.map(([name, about, modules]) => ({
    ...{ name, about },
    operations: modules.flatMap((module) => Object.values(module))
      .filter((operation) => left.delete(operation)).sort(byPath),
  }));
  const about = "The server's health, metrics and this document.";
  return [...groups, { name: REST, about, operations: [...left] }];
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

function byPath(a: Operation, b: Operation): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return METHODS.indexOf(a.method) - METHODS.indexOf(b.method);
}
