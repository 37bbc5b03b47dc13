import { expect, expectTypeOf, test } from 'vitest'
import { correct, move } from '#office/bookings/commands'
import { call, commandCall, commandCallWith, longQuestion } from '#office/law/answering'
import { command, commandOnWith, commandWith } from '#office/law/command'
import { setPhoto } from '#office/machines/commands'
import { add, change, changeOwnPassword } from '#office/users/commands'
import { userRecord } from '#office/users/record'

// The first test fails in the type check (`npm run typecheck`): an expected error that is missing is itself an error.

test('no handler can be wired under the name of another command', () => {
  const doesNotCompile = () => {
    // @ts-expect-error: a command's call takes its name from the command
    call('bookings.move', () => ({ ok: true }))
    // @ts-expect-error
    call('users.add', () => ({ ok: true }))
    // @ts-expect-error
    longQuestion('bookings.move', () => ({ ok: true }))

    // @ts-expect-error: the handler of another command, under a name that was typed by hand
    commandCall({ ...correct, name: 'bookings.move' as const })
    // @ts-expect-error: an answer that the call does not declare
    commandCall(command('bookings.move', () => ({ ok: true })))
    // @ts-expect-error
    commandCall(move, () => ({ ok: true }))

    commandCallWith(add, (_, { password, ...args }, giveIt) => giveIt(add.with(password), args))
    // @ts-expect-error: the command that is given is another one than the call's
    commandCallWith(add, (_, input, giveIt) => giveIt(change.with('', ''), input))
    // @ts-expect-error
    commandCallWith(add, (_, input, giveIt) => giveIt(move, input))
    // @ts-expect-error
    commandCallWith(setPhoto, (_, input, giveIt) => giveIt(correct, input))
    // @ts-expect-error
    commandCallWith({ ...add, name: 'users.change' as const }, () => Promise.resolve({ ok: true }))

    // @ts-expect-error: no call has this name
    commandWith('users.rename', () => () => ({ ok: true }))
    // @ts-expect-error
    commandOnWith('users.rename', userRecord, () => () => ({ ok: true }))
  }
  expectTypeOf(doesNotCompile).returns.toBeVoid()
})

test('a call of a command that is made from the input has the name and the kind of record of that command', () => {
  const notCalled = () => Promise.reject(new Error('nobody calls it'))
  for (const made of [add.with(''), change.with('', ''), setPhoto.with(null)]) {
    const maker = [add, change, setPhoto].find(one => one.name === made.name)
    expect(maker?.on).toBe(made.on)
  }
  expect(commandCallWith(change, notCalled)).toMatchObject({ name: 'users.change', on: userRecord })
  expect(commandCallWith(changeOwnPassword, notCalled)).toMatchObject({ name: 'auth.changePassword' })
  expect(commandCall(move)).toMatchObject({ name: 'bookings.move', on: move.on })
})
