import { Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import type { MaintenanceCostRow, MaintenanceRow } from '#calls/maintenance'
import { useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { useFormat } from '../words/format.ts'
import { costKindWords } from '../words/maintenance/kinds.ts'
import { maintenanceWorkWords } from '../words/maintenance/work.ts'
import { useWords } from '../words/words.ts'
import { CloseCosts } from './close-costs.tsx'
import { CostForm } from './cost-form.tsx'

type CostsProps = { row: MaintenanceRow; costs: readonly MaintenanceCostRow[]; mayChange: boolean }

/** The parts and the labour of a maintenance, as they were corrected, and the forms that add and correct them. */
export function Costs({ row, costs, mayChange }: CostsProps) {
  const say = useWords(maintenanceWorkWords)
  const format = useFormat()
  const standing = costs.filter(one => one.standing && one.quantity > 0)
  const part = `cost.part.${row.id}`
  const labour = `cost.labour.${row.id}`
  const corrects = (cost: MaintenanceCostRow) => `cost.correct.${cost.id}`
  const forms = useInnerForms([part, labour, ...standing.map(corrects)])
  const { open, pressed, left, press, leave } = forms
  const corrected = standing.find(cost => open === corrects(cost))
  const mayAdd = mayChange && row.closedMs === null
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {say('costs')}
      </Title>
      {standing.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('noCosts')}
        </Text>
      ) : (
        <RecordTable
          caption={say('costs')}
          heads={[say('what'), say('quantity'), say('cost'), ...(mayChange ? [''] : [])]}
        >
          {standing.map(cost => (
            <CostLine
              key={cost.id}
              cost={cost}
              mayChange={mayChange}
              autoFocus={left === corrects(cost)}
              onCorrect={() => press(corrects(cost))}
            />
          ))}
          <tr>
            <Cell>
              <Text size="sm" fw={600}>
                {say('total')}
              </Text>
            </Cell>
            <Cell />
            <Cell label={say('total')} shape="fixed">
              <Text size="sm" fw={600}>
                {format.money(row.costCentavos)}
              </Text>
            </Cell>
            {mayChange ? <Cell /> : null}
          </tr>
        </RecordTable>
      )}
      {corrected ? (
        <CostForm
          key={corrected.id}
          row={row}
          kind={corrected.kind}
          keptAs={corrects(corrected)}
          corrects={corrected}
          autoFocus={pressed}
          onLeave={leave}
        />
      ) : mayAdd && (open === part || open === labour) ? (
        <CostForm
          key={open}
          row={row}
          kind={open === part ? 'part' : 'labour'}
          keptAs={open}
          corrects={null}
          autoFocus={pressed}
          onLeave={leave}
        />
      ) : mayAdd ? (
        <Group gap="xs">
          <Button size="xs" variant="default" autoFocus={left === part} onClick={() => press(part)}>
            {say('addPart')}
          </Button>
          <Button size="xs" variant="default" autoFocus={left === labour} onClick={() => press(labour)}>
            {say('addLabour')}
          </Button>
          {row.status === 'finished' ? <CloseCosts row={row} /> : null}
        </Group>
      ) : null}
    </Stack>
  )
}

type CostLineProps = {
  cost: MaintenanceCostRow
  mayChange: boolean
  autoFocus: boolean
  onCorrect: () => void
}

function CostLine({ cost, mayChange, autoFocus, onCorrect }: CostLineProps) {
  const say = useWords(maintenanceWorkWords)
  const kinds = useWords(costKindWords)
  const format = useFormat()
  return (
    <tr>
      <Cell label={say('what')} shape="sentence">
        {cost.what}
        <Text size="sm" c="dimmed">
          {kinds(cost.kind)}
          {cost.reason ? ` · ${say('why', { reason: cost.reason })}` : ''}
        </Text>
      </Cell>
      <Cell label={say('quantity')} shape="fixed">
        {format.number(cost.quantity)} × {format.money(cost.eachCentavos)}
      </Cell>
      <Cell label={say('cost')} shape="fixed">
        {format.money(cost.centavos)}
      </Cell>
      {mayChange ? (
        <Cell>
          <Button size="compact-xs" variant="default" autoFocus={autoFocus} onClick={onCorrect}>
            {say('correct')} <VisuallyHidden>{cost.what}</VisuallyHidden>
          </Button>
        </Cell>
      ) : null}
    </tr>
  )
}
