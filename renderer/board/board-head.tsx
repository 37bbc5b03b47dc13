import { ActionIcon, Button, Checkbox, Group, SegmentedControl, Select, Title } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import { addDays, type LocalDay } from '#booking/time/day'
import type { MachineRow } from '#calls/machines'
import { boardWords } from '../words/board/screen.ts'
import { useFormat } from '../words/format.ts'
import { useWords } from '../words/words.ts'
import { showSpan, showToday, titleOfBoard, turn, useBoardView } from './board-view.ts'
import { DAYS_SHOWN, SPANS, type Span } from './columns.ts'
import { useBoardKeys } from './use-board-keys.ts'

type BoardHeadProps = { machines: readonly MachineRow[]; span: Span; first: LocalDay; today: LocalDay }

/** The days that are shown, how many, and which machines: in the line of the screen's title. */
export function BoardHead({ machines, span, first, today }: BoardHeadProps) {
  const say = useWords(boardWords)
  const format = useFormat()
  useBoardKeys(span, first)
  const hasToday = first <= today && today < addDays(first, DAYS_SHOWN[span])
  return (
    <div className="araro-board-head">
      <Group gap={4} wrap="nowrap">
        <Button variant="default" onClick={showToday} title={`${say('today')} (T)`} aria-keyshortcuts="T">
          {say('today')}
        </Button>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say('earlier')}
          title={`${say('earlier')} (←)`}
          aria-keyshortcuts="ArrowLeft"
          onClick={() => turn(span, first, -1)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={say('later')}
          title={`${say('later')} (→)`}
          aria-keyshortcuts="ArrowRight"
          onClick={() => turn(span, first, 1)}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
      <Title order={2} aria-live="polite" className="araro-board-when">
        {titleOfBoard(span, first, format)}
      </Title>
      <Filters machines={machines} />
      <SegmentedControl
        size="xs"
        aria-label={say('shows')}
        value={span}
        onChange={value => showSpan(value as Span, hasToday)}
        data={SPANS.map(value => ({ value, label: say(value) }))}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={say('print')}
        title={say('print')}
        onClick={() => window.print()}
      >
        <IconPrinter size={16} />
      </ActionIcon>
    </div>
  )
}

const EVERY_TYPE = ''

function Filters({ machines }: { machines: readonly MachineRow[] }) {
  const say = useWords(boardWords)
  const { typeId, onlyFree } = useBoardView()
  const types = new Map(machines.map(machine => [machine.typeId, machine.type]))
  const inOrder = [...types].sort(([, a], [, b]) => a.localeCompare(b))
  return (
    <Group gap="sm" wrap="nowrap">
      <Select
        className="araro-board-type"
        aria-label={say('type')}
        data={[
          { value: EVERY_TYPE, label: say('everyType') },
          ...inOrder.map(([value, label]) => ({ value, label })),
        ]}
        value={typeId !== null && types.has(typeId) ? typeId : EVERY_TYPE}
        onChange={value => useBoardView.setState({ typeId: value === EVERY_TYPE ? null : value })}
        allowDeselect={false}
      />
      <Checkbox
        label={say('onlyFree')}
        checked={onlyFree}
        onChange={event => useBoardView.setState({ onlyFree: event.currentTarget.checked })}
        styles={{ label: { whiteSpace: 'nowrap' } }}
      />
    </Group>
  )
}
