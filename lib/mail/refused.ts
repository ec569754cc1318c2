/** A letter that will not be taken however often it is sent, with why in the server's words. */
export class LetterRefused extends Error {
  override readonly name = "LetterRefused";
}

/** A server's words without the address that they name. */
export function nameless(said: string, email: string): string {
  const literally = email.replace(/[^\w@]/g, "\\$&");
  return said.replace(new RegExp(literally, "gi"), "this address");
}

/** A letter that is not taken because of its address: no other will be either. */
export class AddressRefused extends LetterRefused {}
