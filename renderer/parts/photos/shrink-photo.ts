const QUALITIES = [0.85, 0.7, 0.55, 0.4, 0.25]

/**
 * How large a photo may become: its longest side in pixels, and its data URL in characters. `drawn`: a drawing such as a
 * logo, which as a PNG is sharper, smaller and keeps what is transparent.
 */
type SmallEnough = { side: number; length: number; drawn?: boolean }

/**
 * A picture of any size as a small data URL that can be stored with the records: JPEG, or PNG if it is drawn and that is small
 * enough.
 * @returns null if the file is not a picture that the browser can read
 */
export async function shrinkPhoto(
  file: Blob,
  { side, length, drawn = false }: SmallEnough,
): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const png = drawn ? canvas.toDataURL('image/png') : null
  if (png !== null && png.length <= length) return png
  // JPEG has no transparency: transparent parts become white, not black.
  pen.globalCompositeOperation = 'destination-over'
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  for (const quality of QUALITIES) {
    const address = canvas.toDataURL('image/jpeg', quality)
    if (address.length <= length) return address
  }
  return null
}
