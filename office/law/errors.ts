import { type Permission, type Role, rolesThatMay } from '#booking/users/roles'

// Not being signed in and not being allowed are errors; every other expected refusal is data.

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
