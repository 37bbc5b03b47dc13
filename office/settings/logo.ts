import { type Decision, refuse } from '#booking/refusal'
import { LOGO } from '#calls/limits'
import type { ReadDb } from '#db/file'
import { readPhotoByHash } from '#db/read/photos'

/** Whether a photo can be the logo: it was kept, is there still, and is small enough to stand on every paper. */
export function decideLogo(db: ReadDb, hash: string): Decision {
  const photo = readPhotoByHash(db, hash)
  if (!photo) return refuse({ reason: 'photo-gone' })
  const { bytes: most } = LOGO
  return photo.bytes.length > most ? refuse({ reason: 'photo-too-large', most }) : { ok: true }
}
