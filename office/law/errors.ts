import { type Permission, type Role, rolesThatMay } from '#booking/users/roles'

// Not being signed in, not being allowed, and asking for too much are errors; every other expected refusal is data.

export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
  constructor() {
    super('Nobody is signed in here. Sign in and try again.')
  }
}

const ROLE: { readonly [R in Role]: string } = {
  clerk: 'a clerk',
  manager: 'a manager',
  admin: 'an administrator',
  organizer: 'an organizer',
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  /**
   * @param needed undefined for a call that nobody may make
   */
  constructor(needed: Permission | undefined) {
    const [role] = needed ? rolesThatMay(needed) : []
    super(
      role
        ? `This needs the rights of ${ROLE[role]}. Ask one to do it, or to sign in here.`
        : 'Nobody may do this.',
    )
  }
}

/** Somebody asks more at the same time than Araro answers. Nothing was done. */
export class TooMany extends Error {
  override readonly name = 'TooMany'
}

/** An answer would be too large. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
  /** The input that would have to be smaller. */
  readonly field: string

  /** @param message follows the field's name: "toMs is too far from fromMs" */
  constructor(field: string, message: string) {
    super(message)
    this.field = field
  }
}
