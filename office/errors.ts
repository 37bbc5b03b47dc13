import type { Role } from '#booking/roles'

// The few answers that are errors and not data: who is asking, and whether they may.

export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn'
  constructor() {
    super('Nobody is signed in here. Sign in and try again.')
  }
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly needed: Role
  constructor(needed: Role) {
    super(`This needs the rights of a ${needed}. Ask one to do it, or to sign in here.`)
    this.needed = needed
  }
}
