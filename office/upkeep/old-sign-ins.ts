import { deleteSignInsBefore } from '#db/write/users'
import type { Office } from '../office.ts'
import { SIGN_IN_LASTS_MS } from '../users/sign-in.ts'

/** Deletes the sign-ins that lost windows left behind. Runs when an office is opened. */
export function endOldSignIns(office: Office): void {
  office.queue
    .write(tx => deleteSignInsBefore(tx, office.clock.nowMs() - SIGN_IN_LASTS_MS))
    .catch(error => office.log.warn({ err: error }, 'old sign-ins could not be deleted'))
}
