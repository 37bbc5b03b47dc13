import type { BoardEvent, SharedMachine } from '#calls/board'
import type { MachineRow } from '#calls/machines'
import type { Columns } from './columns.ts'
import { layoutOf, type RowLayout } from './row-layout.ts'

/** A row of the board: the heading of a machine type, or a machine. */
export type TypeRow = {
  readonly kind: 'type'
  readonly key: string
  readonly typeId: string
  readonly name: string
  readonly count: number
  readonly folded: boolean
}
export type MachineOnBoard = {
  readonly kind: 'machine'
  readonly key: string
  readonly machine: MachineRow
  readonly layout: RowLayout
}
export type BoardRow = TypeRow | MachineOnBoard

/** In pixels. A row is taller where things meet and lie in lanes under each other. */
export const HEAD_HEIGHT = 40
const TYPE_HEIGHT = 22
const LANE_HEIGHT = 24
const LANE_GAP = 3
const ROW_EDGE = 4

export function heightOf(row: BoardRow): number {
  if (row.kind === 'type') return TYPE_HEIGHT
  const { lanes } = row.layout
  return 2 * ROW_EDGE + lanes * LANE_HEIGHT + (lanes - 1) * LANE_GAP
}

/** Where a lane begins in its row, and how high what lies in it is. */
export function laneAt(lane: number): { top: number; height: number } {
  return { top: ROW_EDGE + lane * (LANE_HEIGHT + LANE_GAP), height: LANE_HEIGHT }
}

type OnBoard = { readonly events: readonly BoardEvent[]; readonly shared: readonly SharedMachine[] }

/** Each machine's row by its id. */
export function layoutsOf(
  machines: readonly MachineRow[],
  { events, shared }: OnBoard,
  columns: Columns,
): ReadonlyMap<string, RowLayout> {
  const byMachine = new Map<string, BoardEvent[]>(machines.map(machine => [machine.id, []]))
  for (const event of events) byMachine.get(event.machineId)?.push(event)
  const steps = new Map(shared.map(one => [one.machineId, one.steps]))
  return new Map(
    machines.map(machine => {
      const { id } = machine
      return [id, layoutOf(machine, byMachine.get(id) ?? [], steps.get(id) ?? [], columns)]
    }),
  )
}

/** The machines by type, each type with a heading, in the order of their names. A folded type shows only its heading. */
export function rowsOf(
  machines: readonly MachineRow[],
  layouts: ReadonlyMap<string, RowLayout>,
  folded: ReadonlySet<string>,
): BoardRow[] {
  const types = new Map<string, MachineRow[]>()
  for (const machine of machines) {
    types.set(machine.typeId, [...(types.get(machine.typeId) ?? []), machine])
  }
  const inOrder = [...types].sort(([, [a]], [, [b]]) => (a?.type ?? '').localeCompare(b?.type ?? ''))
  return inOrder.flatMap(([typeId, ofType]) => {
    const isFolded = folded.has(typeId)
    const name = ofType[0]?.type ?? ''
    const head: TypeRow = {
      kind: 'type',
      key: `type ${typeId}`,
      typeId,
      name,
      count: ofType.length,
      folded: isFolded,
    }
    return [head, ...(isFolded ? [] : ofType.map(machine => onBoard(machine, layouts)))]
  })
}

const NOTHING: RowLayout = { bars: [], cells: [], lanes: 1 }

function onBoard(machine: MachineRow, layouts: ReadonlyMap<string, RowLayout>): MachineOnBoard {
  return { kind: 'machine', key: machine.id, machine, layout: layouts.get(machine.id) ?? NOTHING }
}
