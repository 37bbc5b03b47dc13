import type { Locator, Page } from '@playwright/test'
import { rowOf } from './board-machines.ts'
import { localDay, middleOf, written } from './office-in-browser.ts'

/** The line below the board: what a drop would come to. */
export const saysOf = (page: Page) => page.locator('.araro-board-says')
export const barOf = (page: Page, machine: string, name = /Approved|Pending/) =>
  rowOf(page, machine).getByRole('gridcell', { name })
/** The days of a booking as they are written, counted from today. */
export const from = (first: number, last = first) =>
  first === last ? written(localDay(first)) : `${written(localDay(first))} – ${written(localDay(last))}`

/** Where a day of a machine is on the screen. */
export async function spotOf(page: Page, machine: string, day: number): Promise<{ x: number; y: number }> {
  const { x } = await middleOf(page.getByRole('columnheader', { name: written(localDay(day)) }))
  const { y } = await middleOf(rowOf(page, machine))
  return { x, y }
}

/** Drags from one place to another, and stops there. */
export async function drag(
  page: Page,
  start: { x: number; y: number },
  end: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2)
  await page.mouse.move(end.x, end.y)
}

export async function edgesOf(bar: Locator) {
  const { x, y, width, height } = (await bar.boundingBox())!
  return { start: { x: x + 3, y: y + height / 2 }, end: { x: x + width - 3, y: y + height / 2 } }
}
