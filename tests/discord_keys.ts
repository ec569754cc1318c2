/** A Discord application's key pair, the public half as hex. */
export async function discordKeys(): Promise<
  { privateKey: CryptoKey; public_key: string }
> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    "Ed25519",
    true,
    ["sign", "verify"],
  ) as CryptoKeyPair;
  const raw = await crypto.subtle.exportKey("raw", publicKey);
  return { privateKey, public_key: new Uint8Array(raw).toHex() };
}
