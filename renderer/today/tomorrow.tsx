import { Button, Text } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { DayAnswer } from '#calls/today'
import { useFormat } from '../words/format.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import { useDayInWords } from './day-in-words.ts'
import { DayLines } from './day-lines.tsx'
import { from } from './from-barangay.ts'

type TomorrowProps = {
  tomorrow: NonNullable<DayAnswer['tomorrow']>
  shown: DayAnswer
  barangay: string | null
}

/** The next day, folded: how much there is, and what when it is unfolded. */
export function Tomorrow({ tomorrow, shown, barangay }: TomorrowProps) {
  const say = useWords(todayWords)
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const inWords = useDayInWords({ ...shown, day: tomorrow.day })
  const goingOut = from(barangay, tomorrow.goingOut)
  const dueBack = from(barangay, tomorrow.dueBack)
  const Icon = open ? IconChevronUp : IconChevronDown
  return (
    <section className="araro-today-part" data-screen-only={open ? undefined : true}>
      <Button
        variant="subtle"
        px={4}
        className="araro-tomorrow"
        aria-expanded={open}
        rightSection={<Icon size={16} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {say('tomorrow', { day: format.day(tomorrow.day) })}
      </Button>{' '}
      <Text span size="sm" c="dimmed">
        {say('goingOutCount', { count: goingOut.length })} · {say('dueBackCount', { count: dueBack.length })}
      </Text>
      {open ? (
        <>
          {goingOut.length > 0 ? <List part="goingOut" lines={goingOut} inWords={inWords} /> : null}
          {dueBack.length > 0 ? <List part="dueBack" lines={dueBack} inWords={inWords} /> : null}
        </>
      ) : null}
    </section>
  )
}

type ListProps = Pick<Parameters<typeof DayLines>[0], 'lines' | 'inWords'> & { part: 'goingOut' | 'dueBack' }

function List({ part, lines, inWords }: ListProps) {
  const say = useWords(todayWords)
  return (
    <>
      <h3 className="araro-today-sub">{say(part)}</h3>
      <DayLines part={part} caption={say(part)} lines={lines} inWords={inWords} acts={false} />
    </>
  )
}
