/** The smallest beginnings of pictures that pass for one, and bytes that do not. */
const JPEG = [0xff, 0xd8, 0xff, 0xe0]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const WEBP = [0x52, 0x49, 0x46, 0x46, 1, 0, 0, 0, 0x57, 0x45, 0x42, 0x50]

const BEGINS = { jpeg: JPEG, png: PNG, webp: WEBP }
export type Kind = keyof typeof BEGINS

/** Bytes that are a picture by their beginning. Another `seed` gives another picture. */
export function pictureBytes(kind: Kind = 'jpeg', { length = 64, seed = 0 } = {}): Buffer {
  const bytes = Buffer.alloc(length, seed)
  Buffer.from(BEGINS[kind]).copy(bytes)
  return bytes
}

export function asDataUrl(bytes: Buffer, kind: Kind = 'jpeg'): string {
  return `data:image/${kind};base64,${bytes.toString('base64')}`
}
