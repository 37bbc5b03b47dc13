import { test as base, expect, type Page } from '@playwright/test'
import { type OfficeInBrowser, openOfficeInBrowser, type Role } from './office-in-browser.ts'

export { expect }

type Fixtures = {
  /** True: the sample. False: a new data folder, which is not set up yet. */
  sample: boolean
  /** The running Araro of this spec, shared by all its tests and by no other spec. */
  office: OfficeInBrowser
} & {
  /** The window in which this user of the sample is signed in, shared by all tests of the spec. */
  [R in Role]: Page
}
type OfTheWorker = { offices: { of(spec: string, sample: boolean): Promise<OfficeInBrowser> } }

/**
 * `test` for what people do at the screens. Each spec gets an Araro on a folder of its own, started with its first
 * test and ended when its worker goes on to another spec. A script error or a violation of the content security
 * policy in a page fails the test.
 */
export const test = base.extend<Fixtures, OfTheWorker>({
  sample: [true, { option: true }],
  offices: [
    async ({ browser }, use) => {
      let open: { spec: string; office: OfficeInBrowser } | undefined
      await use({
        async of(spec, sample) {
          if (open?.spec === spec) return open.office
          await open?.office.end()
          open = undefined
          open = { spec, office: await openOfficeInBrowser(browser, { sample }) }
          return open.office
        },
      })
      await open?.office.end()
    },
    { scope: 'worker' },
  ],
  office: [
    async ({ offices, sample }, use, { file }) => {
      const office = await offices.of(file, sample)
      await use(office)
      expect(office.complaints.splice(0)).toEqual([])
    },
    { auto: true },
  ],
  clerk: async ({ office }, use) => use(await office.windowOf('clerk')),
  manager: async ({ office }, use) => use(await office.windowOf('manager')),
  admin: async ({ office }, use) => use(await office.windowOf('admin')),
})
