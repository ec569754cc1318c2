import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A real SMTP server on its own port, and what it was sent. */
export type MailServer = AsyncDisposable & {
  port: number;
  letters: ParsedMail[];
  /** SMTP reply codes for the next letters, each used once, before one is accepted. */
  refusals: number[];
};

export async function startMailServer(
  options: SMTPServerOptions = {},
): Promise<MailServer> {
  const letters: ParsedMail[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    ...options,
    async onData(stream, _, callback) {
      const letter = await simpleParser(stream);
      const responseCode = refusals.shift();
      if (responseCode) {
        callback(Object.assign(new Error("not now"), { responseCode }));
        return;
      }
      letters.push(letter);
      callback();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve())
  );
  const { port } = server.server.address() as { port: number };
  return {
    port,
    letters,
    refusals,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
