import { Text } from '@mantine/core'
import type { BookingRow, Settling } from '#calls/booking-rows'
import { PhoneLink } from '../parts/lists/phone-link.tsx'
import { RecordLink } from '../parts/lists/record-link.tsx'
import { expectedInWords } from '../words/expected.ts'
import { type Format, useFormat } from '../words/format.ts'
import { maintenanceKindIs } from '../words/maintenance/kinds.ts'
import { settleWords } from '../words/settling/screen.ts'
import { useWords } from '../words/words.ts'

type Of = { booking: BookingRow; settling: Settling }

/** Why a promise cannot be kept for now: who still has the machine, with their phone, or the repair. */
export function WhyNotNow({ booking, settling }: Of) {
  const say = useWords(settleWords)
  const format = useFormat()
  const { by } = settling
  return (
    <Text size="sm">
      {sentence(booking, settling, say, format)}{' '}
      {by?.kind === 'booking' ? (
        <>
          <PhoneLink phone={by.memberPhone} label={say('callHolder', { member: by.memberName })} />
          {by.memberPhone ? ' · ' : null}
          <RecordLink entity="booking" id={by.bookingId}>
            {by.memberName}
          </RecordLink>
        </>
      ) : null}
    </Text>
  )
}

type Say = ReturnType<typeof useWords<(typeof settleWords)['en']>>

function sentence(
  booking: BookingRow,
  { why, by, expectedEndMs }: Settling,
  say: Say,
  format: Format,
): string {
  const { machineName: machine } = booking
  if (why === 'overlap') return overlapSentence(booking, by, say, format)
  const expected = expectedEndMs === null ? '' : expectedInWords(expectedEndMs, format)
  if (by?.kind === 'booking') {
    const due = by.period.kind === 'days' ? format.day(by.period.to) : format.instant(by.endMs)
    return say('stillWith', { machine, member: by.memberName, due, expected })
  }
  if (by?.kind !== 'maintenance') return say('tookTimeUnknown')
  const kind = maintenanceKindIs[format.language][by.maintenanceKind]
  const names = { machine, repair: by.note ? `${kind}: ${by.note}` : kind, expected }
  if (why === 'hit') return say('underRepair', names)
  return say(expectedEndMs === null ? 'tookTimeOver' : 'tookTime', names)
}

function overlapSentence(
  { machineName: machine, status }: BookingRow,
  by: Settling['by'],
  say: Say,
  format: Format,
): string {
  if (by?.kind === 'booking') {
    const names = { machine, member: by.memberName, when: format.period(by.period) }
    return say(status === 'in-use' ? 'outTwice' : 'promisedTwice', names)
  }
  if (by?.kind !== 'maintenance') return say('promisedBeyond', { machine })
  const kind = maintenanceKindIs[format.language][by.maintenanceKind]
  return say('promisedInRepair', { machine, repair: by.note ? `${kind}: ${by.note}` : kind })
}
