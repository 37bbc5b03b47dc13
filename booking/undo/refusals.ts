import type { NotUndone } from './how-undone.ts'

/** Why a step cannot be undone. `Because` is what any other command can be told. */
export type UndoRefusal<Because> =
  | { reason: 'cannot-undo'; why: NotUndone | 'not-yours' | 'too-long-ago' | 'undone-already' }
  /** Somebody did something with the record afterwards; `own`: the person who undoes, who can undo that first. */
  | { reason: 'cannot-undo'; why: 'changed-since'; title: string; byName: string; atMs: number; own: boolean }
  /** The member has booked since, which the step allowed. */
  | { reason: 'cannot-undo'; why: 'booked-since'; title: string }
  /** The rules refuse what would be restored. */
  | { reason: 'cannot-undo'; why: 'refused'; because: Because }
