import { writeFileSync } from 'node:fs'

/** A measured figure beside its goal. */
export type Figure = {
  /** The row of the table of goals in CONTRIBUTING.md. */
  row: number
  name: string
  figure: number
  unit: string
  /** In words, `≤ 1 ms`; empty where the figure is only reported. */
  goal: string
  /** null: there is no goal, or the figure could not be had. */
  ok: boolean | null
}

type Measured = Pick<Figure, 'row' | 'name' | 'figure' | 'unit'>

export function atMost(goal: number, measured: Measured): Figure {
  return { ...measured, goal: `≤ ${said(goal)} ${measured.unit}`, ok: measured.figure <= goal }
}

export function atLeast(goal: number, measured: Measured): Figure {
  return { ...measured, goal: `≥ ${said(goal)} ${measured.unit}`, ok: measured.figure >= goal }
}

export function reported(measured: Measured): Figure {
  return { ...measured, goal: '', ok: null }
}

/** Prints the figures as they come, so that a long run shows where it is. */
export function printFigures(figures: readonly Figure[]): void {
  for (const { row, name, figure, unit, goal, ok } of figures) {
    const verdict = ok === null ? '' : ok ? 'ok' : 'MISSED'
    const cells = [
      String(row).padEnd(4),
      name.padEnd(86),
      `${said(figure)} ${unit}`.padEnd(20),
      goal.padEnd(20),
    ]
    process.stdout.write(`${cells.join('')}${verdict}\n`)
  }
}

export function printHeading(): void {
  const cells = ['row '.padEnd(4), 'what'.padEnd(86), 'figure'.padEnd(20), 'goal'.padEnd(20)]
  process.stdout.write(`${cells.join('')}ok\n`)
}

export function writeFigures(path: string, figures: readonly Figure[]): void {
  writeFileSync(path, `${JSON.stringify(figures, undefined, 2)}\n`)
}

/** Three significant digits are as many as a figure of this kind has. */
function said(figure: number): string {
  if (!Number.isFinite(figure)) return '–'
  return figure.toLocaleString('en', { maximumSignificantDigits: 3 })
}
