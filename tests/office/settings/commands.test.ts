import { describe, expect, test } from 'vitest'
import { DAY_MS } from '#booking/time/day'
import { LOGO } from '#calls/limits'
import { officeForEachTest } from '#tests/support/office-for-each-test'
import { asDataUrl, pictureBytes } from '#tests/support/pictures'
import { ahead, newId, PASSWORD, reasonOf } from '#tests/support/temporary-office'
import { endUnusedPhotos } from '../../../office/bookings/photos.ts'

const araro = officeForEachTest()

describe('settings', () => {
  const change = async (settings: object, by = araro.manager, version?: number) => {
    const now = await araro.admin.settings.get({})
    return by.settings.change({
      commandId: newId(),
      version: version ?? now.version,
      settings: settings as never,
    })
  }

  test('a manager may change the rules, and only an administrator the name, address and time zone', async () => {
    const { office, rules } = await araro.admin.settings.get({})
    expect(reasonOf(await change({ rules: { ...rules, maxDays: 5 } }))).toBe('yes')
    expect(reasonOf(await change({ office: { ...office, name: 'Other' } }))).toBe('rights-needed')
    expect(reasonOf(await change({ office: { ...office, name: 'Other' } }, araro.admin))).toBe('yes')
    expect(reasonOf(await change({ office: { ...office, timeZone: 'Mars/Olympus' } }, araro.admin))).toBe(
      'unknown-time-zone',
    )
    expect(reasonOf(await change({ rules }, araro.manager, 1))).toBe('changed-meanwhile')
  })

  test('a changed rule applies to the next request', async () => {
    const { rules } = await araro.admin.settings.get({})
    await change({ rules: { ...rules, maxDays: 2 } })
    const { id: machineId } = await araro.machine()
    expect(await araro.clerk.bookings.check({ machineId, period: ahead(1, 3) })).toMatchObject({
      refusal: { reason: 'too-long', maxDays: 2 },
    })
  })

  describe('the head of papers', () => {
    const keep = async (length: number, seed = 1) => {
      const photo = asDataUrl(pictureBytes('png', { length, seed }), 'png')
      const kept = await araro.admin.bookings.keepPhoto({ photo })
      if (!kept.ok) throw new Error(kept.refusal.reason)
      return { hash: kept.hash, photo }
    }
    const changeOffice = async (office: object) => {
      const now = await araro.admin.settings.get({})
      return change({ office: { ...now.office, ...office } }, araro.admin)
    }

    test('has the name, the address, further lines and the logo, and everybody who is signed in reads it', async () => {
      const { hash, photo } = await keep(64)
      const said = { name: 'Kapatiran', address: 'Sta. Rosa', paperLines: 'TIN 000-123' }
      expect(reasonOf(await changeOffice({ ...said, logo: hash }))).toBe('yes')
      const papers = { name: 'Kapatiran', address: 'Sta. Rosa', lines: 'TIN 000-123', logo: photo }
      expect(await araro.clerk.settings.papers({})).toEqual(papers)
    })

    test('a script that knows neither the logo nor the lines leaves them as they are', async () => {
      const { hash } = await keep(64)
      await changeOffice({ logo: hash, paperLines: 'TIN 000-123' })
      const { name, address, timeZone } = (await araro.admin.settings.get({})).office
      expect(reasonOf(await change({ office: { name, address, timeZone } }, araro.admin))).toBe('yes')
      const { office } = await araro.admin.settings.get({})
      expect(office).toMatchObject({ logo: hash, paperLines: 'TIN 000-123' })
    })

    test('a logo that was not kept, or that is too large for every paper, is refused', async () => {
      expect(reasonOf(await changeOffice({ logo: '0'.repeat(64) }))).toBe('photo-gone')
      const { hash } = await keep(LOGO.bytes + 1)
      expect(await changeOffice({ logo: hash })).toMatchObject({
        refusal: { reason: 'photo-too-large', most: LOGO.bytes },
      })
      const fits = await keep(LOGO.bytes)
      expect(reasonOf(await changeOffice({ logo: fits.hash }))).toBe('yes')
    })

    test('the logo is kept while it is the logo, and an undo brings back only one that is there still', async () => {
      const [first, second] = [await keep(64, 1), await keep(64, 2)]
      await changeOffice({ logo: first.hash })
      await changeOffice({ logo: second.hash })
      araro.clock.pass(3 * DAY_MS)
      await endUnusedPhotos(araro.office)
      const [step] = (await araro.admin.undo.list({})).steps
      if (!step) throw new Error('nothing to undo')
      const undone = await araro.admin.undo.last({ commandId: newId(), of: step.commandId })
      expect(undone).toMatchObject({ refusal: { because: { reason: 'photo-gone' } } })
      expect((await araro.admin.settings.papers({})).logo).toBe(second.photo)
      expect((await araro.admin.bookings.photo({ hash: first.hash })).photo).toBeNull()
    })
  })

  test('an office can be set up only once', async () => {
    const again = { commandId: newId(), officeName: 'Second', name: 'Eve', password: PASSWORD }
    expect(reasonOf(await araro.window().setup.office(again))).toBe('already-set-up')
    expect(araro.count('users')).toBe(3)
  })
})
