import { hash as hashOf } from 'node:crypto'
import { LARGEST_PHOTO, photoKind } from '#booking/bookings/photo-kind'
import { type Decision, type Refusal, refuse } from '#booking/refusal'
import { DAY_MS } from '#booking/time/day'
import type { ReadDb } from '#db/file'
import { countUnusedPhotos, isPhotoKept, readPhotoByHash, readUnusedPhotos } from '#db/read/photos'
import { deletePhoto, insertPhoto, keepPhotoAgain } from '#db/write/photos'
import type { Actor } from '../law/command.ts'
import { writtenOrBusy } from '../law/write-queue.ts'
import type { Office } from '../office.ts'

/** Of one user: five forms with all the photos that they can have. */
const MOST_UNUSED = 50
/** How long a photo waits for the hand-over that shows it. */
const UNUSED_LASTS_MS = 2 * DAY_MS

type Kept = { ok: true; hash: string } | { ok: false; refusal: Refusal }

/**
 * Keeps a photo before the command that names it, so that neither the command nor the history carries it. A desk write:
 * nobody has decided anything yet.
 */
export function keepPhoto(office: Office, user: Actor, photo: string): Promise<Kept> {
  const bytes = Buffer.from(photo.slice(photo.indexOf(',') + 1), 'base64')
  const kind = photoKind(bytes)
  if (!kind) return Promise.resolve(refuse({ reason: 'not-a-picture' }))
  if (bytes.length > LARGEST_PHOTO)
    return Promise.resolve(refuse({ reason: 'photo-too-large', most: LARGEST_PHOTO }))
  const hash = hashOf('sha256', bytes)
  const write = office.queue.write((tx): Kept => {
    const kept = { keptBy: user.id, keptMs: office.clock.nowMs() }
    if (isPhotoKept(tx, hash)) keepPhotoAgain(tx, hash, kept)
    else if (countUnusedPhotos(tx, user.id) >= MOST_UNUSED)
      return refuse({ reason: 'too-many-photos', most: MOST_UNUSED })
    else insertPhoto(tx, { hash, kind, bytes, ...kept })
    return { ok: true, hash }
  })
  return writtenOrBusy(write)
}

export function photoOf(db: ReadDb, hash: string): { photo: string | null } {
  const photo = readPhotoByHash(db, hash)
  return { photo: photo ? `data:image/${photo.kind};base64,${photo.bytes.toString('base64')}` : null }
}

/** Whether every photo that a command names was kept, and is there still. */
export function decidePhotos(db: ReadDb, hashes: readonly string[]): Decision {
  return hashes.every(hash => isPhotoKept(db, hash)) ? { ok: true } : refuse({ reason: 'photo-gone' })
}

/** Deletes the photos of forms that were never saved. Runs by the clock. */
export async function endUnusedPhotos(office: Office): Promise<void> {
  const beforeMs = office.clock.nowMs() - UNUSED_LASTS_MS
  if (readUnusedPhotos(office.file.db, beforeMs).length === 0) return
  await office.queue.write(tx => {
    for (const hash of readUnusedPhotos(tx, beforeMs)) deletePhoto(tx, hash)
  })
}
