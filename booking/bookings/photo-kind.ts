export const PHOTO_KINDS = ['jpeg', 'png', 'webp'] as const
export type PhotoKind = (typeof PHOTO_KINDS)[number]

/** In bytes. The screens make a photo small enough before they send it. */
export const LARGEST_PHOTO = 200_000
/** Of one hand-over or return. */
export const MOST_PHOTOS = 10

/** How each kind of picture begins; null: any byte, such as one of the length. */
const BEGINS: { readonly [Kind in PhotoKind]: readonly (number | null)[] } = {
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  webp: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
}

/** What the bytes are by their beginning, whatever they are said to be; undefined if they are no such picture. */
export function photoKind(bytes: Uint8Array): PhotoKind | undefined {
  return PHOTO_KINDS.find(kind => BEGINS[kind].every((byte, at) => byte === null || byte === bytes[at]))
}
