import { Button, Group, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { Empty } from '../parts/lists/list-states.tsx'
import { Paged } from '../parts/lists/paged.tsx'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { callOffice, type OutputOf } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { usePages } from '../service/use-pages.ts'
import { useFormat } from '../words/format.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { paymentWords } from '../words/payments/screen.ts'
import { useWords } from '../words/words.ts'
import { asCsv } from './as-csv.ts'

type Owing = OutputOf<'payments.receivables'>['members'][number]
const AGES = ['to30', 'to60', 'to90', 'older'] as const

/** Who owes, those who owe longest first. */
export function WhoOwes() {
  const say = useWords(paymentWords)
  const format = useFormat()
  const answer = usePages('payments.receivables', {})
  const first = answer.data?.pages[0]
  const money = (centavos: number) => (centavos === 0 ? null : format.money(centavos))
  return (
    <Paged answer={answer} rowsOf={page => page.members} empty={<Empty sentence={say('noOneOwes')} />}>
      {rows => (
        <>
          <Group mb="sm">
            <Text size="sm">
              {first ? say('inAll', { count: first.count, amount: format.money(first.totalCentavos) }) : null}
            </Text>
            <Export />
          </Group>
          <RecordTable
            caption={say('owing')}
            heads={[say('member'), say('phone'), say('owed'), say('since'), ...AGES.map(age => say(age))]}
          >
            {rows.map(row => (
              <tr key={row.memberId}>
                <Cell label={say('member')}>
                  <RecordLink entity="member" id={row.memberId}>
                    {row.memberName}
                  </RecordLink>
                </Cell>
                <Cell label={say('phone')}>
                  {row.memberPhone ? <PhoneLink phone={row.memberPhone} /> : null}
                </Cell>
                <Cell label={say('owed')}>
                  <Text size="sm" fw={600}>
                    {format.money(row.owedCentavos)}
                  </Text>
                </Cell>
                <Cell label={say('since')}>{format.instant(row.sinceMs)}</Cell>
                {AGES.map(age => (
                  <Cell key={age} label={say(age)}>
                    {money(row.byAge[age])}
                  </Cell>
                ))}
              </tr>
            ))}
          </RecordTable>
        </>
      )}
    </Paged>
  )
}

/** Saves the whole list as a file that spreadsheets open. Amounts are in pesos. */
function Export() {
  const say = useWords(paymentWords)
  const format = useFormat()
  const [busy, setBusy] = useState(false)
  async function press() {
    setBusy(true)
    try {
      const all: Owing[] = []
      let cursor: string | null = null
      do {
        const page: OutputOf<'payments.receivables'> = await callOffice('payments.receivables', {
          limit: 100,
          ...(cursor ? { cursor } : {}),
        })
        all.push(...page.members)
        cursor = page.nextCursor
      } while (cursor)
      const heads = [say('number'), say('member'), say('phone'), say('owed'), say('since')]
      const rows = all.map(row => [
        row.memberNumber,
        row.memberName,
        row.memberPhone,
        pesos(row.owedCentavos),
        format.instant(row.sinceMs),
        ...AGES.map(age => pesos(row.byAge[age])),
      ])
      download('araro-receivables.csv', asCsv([[...heads, ...AGES.map(age => say(age))], ...rows]))
    } catch (error) {
      noteTrouble(error)
      sayTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      size="xs"
      variant="default"
      loading={busy}
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={() => void press()}
    >
      {say('export')}
    </Button>
  )
}

function pesos(centavos: number): string {
  return `${Math.trunc(centavos / 100)}.${String(centavos % 100).padStart(2, '0')}`
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
