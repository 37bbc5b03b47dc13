import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MachineType } from '#calls/machines'
import { keptOf, useFormBroughtBack } from '../parts/form/brought-back.ts'
import { Answered } from '../parts/lists/list-states.tsx'
import { Fact, Facts } from '../parts/lists/record-table.tsx'
import { RatesOf } from '../rates/rates-of.tsx'
import { useCall } from '../service/use-call.ts'
import { machineWords } from '../words/machines/screen.ts'
import { useWords } from '../words/words.ts'
import { ReadyMadeTypes } from './ready-made-types.tsx'
import { TypeForm } from './type-form.tsx'

/** The machine types, with the rules in which they differ from the cooperative's. */
export function MachineTypes() {
  const say = useWords(machineWords)
  const answer = useCall('machines.types', {})
  const [open, setOpen] = useState<string | null>(null)
  useFormBroughtBack(keptAs => {
    const type = keptOf(keptAs, 'machine-type')
    if (type) setOpen(type)
    return type !== undefined
  })
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {say('typesExplain')}
      </Text>
      <Answered answer={answer} rows={4}>
        {types => (
          <>
            {types.length === 0 ? <Text size="sm">{say('noTypes')}</Text> : null}
            {types.map(type => (
              <Paper key={type.id} withBorder p="sm">
                {open === type.id ? (
                  <TypeForm type={type} onDone={() => setOpen(null)} />
                ) : (
                  <Stack gap="sm">
                    <OneType type={type} onChange={() => setOpen(type.id)} />
                    <RatesOf of={{ typeId: type.id }} mayChange />
                  </Stack>
                )}
              </Paper>
            ))}
            <ReadyMadeTypes types={types} />
          </>
        )}
      </Answered>
      {open === 'new' ? (
        <Paper withBorder p="sm">
          <TypeForm type={null} onDone={() => setOpen(null)} />
        </Paper>
      ) : (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {say('newType')}
        </Button>
      )}
    </Stack>
  )
}

function OneType({ type, onChange }: { type: MachineType; onChange: () => void }) {
  const say = useWords(machineWords)
  const isRead = [
    ...(type.meter ? [say('meterShort')] : []),
    ...(type.fuel === 'none' ? [] : [say(type.fuel === 'litres' ? 'litresShort' : 'eighthsShort')]),
  ]
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <Stack gap={2} flex={1} miw={0}>
        <Text fw={600}>{type.name}</Text>
        <Facts>
          <Fact label={say('minNotice')}>{type.minNoticeDays ?? say('asOffice')}</Fact>
          <Fact label={say('maxDays')}>{type.maxDays ?? say('asOffice')}</Fact>
          <Fact label={say('horizon')}>{type.horizonDays ?? say('asOffice')}</Fact>
          <Fact label={say('place')}>{type.stays ? say('staysShort') : null}</Fact>
          <Fact label={say('points')}>{type.points.join(', ')}</Fact>
          <Fact label={say('isRead')}>{isRead.length > 0 ? isRead.join(', ') : say('nothingRead')}</Fact>
        </Facts>
      </Stack>
      <Button
        variant="default"
        size="xs"
        aria-label={say('changeType', { name: type.name })}
        onClick={onChange}
      >
        {say('change')}
      </Button>
    </Group>
  )
}
