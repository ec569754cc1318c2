/** A QR code (ISO/IEC 18004, error correction H) as one SVG path on a grid of `size` modules, quiet zone included. */
export type QrCode = { path: string; size: number };
