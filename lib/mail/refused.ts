/** A letter that will not be taken however often it is sent, with why in the server's words. */
export class LetterRefused extends Error {
  override readonly name = "LetterRefused";
}
