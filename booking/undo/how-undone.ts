/**
 * How a command is undone (C11). `restore`: the records that it changed get back what they had, and one that it added is
 * withdrawn: it is kept, but a request or planned maintenance is cancelled. The others are not undone; each says why.
 */
export type HowUndone = 'restore' | NotUndone

/**
 * Why a command is not undone.
 * - `happened`: it says what happened at the counter; a correction of the hand-over or the return says it anew
 * - `recorded`: it says what was done at a maintenance, or what that cost; another entry corrects it
 * - `noted`: a note stays with its date and its author; another one corrects it
 * - `stays`: what it added stays on record and can be changed
 * - `reversed`: money changed hands, or a fee was added; the payment is reversed, or the fee waived
 * - `left-list`, `moved-up`, `offer-taken`, `offer-declined`, `turns-taken`: it moved the waiting list, or that of a session,
 *   on, and somebody else may have had their turn since; each says another way
 * - `not-kept`: what stood before is not kept, such as a password
 */
export type NotUndone =
  | 'happened'
  | 'recorded'
  | 'noted'
  | 'stays'
  | 'reversed'
  | 'left-list'
  | 'moved-up'
  | 'offer-taken'
  | 'offer-declined'
  | 'turns-taken'
  | 'not-kept'
