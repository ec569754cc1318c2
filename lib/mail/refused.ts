/** A letter that will never be accepted, with the server's reason. */
export class LetterRefused extends Error {
  override readonly name = "LetterRefused";
}

/** A server's text without the address it names. */
export function withoutAddress(said: string, email: string): string {
  const literally = email.replace(/[^\w@]/g, "\\$&");
  return said.replace(new RegExp(literally, "gi"), "this address");
}

/** A letter refused because of its address: no other will be accepted either. */
export class AddressRefused extends LetterRefused {}
