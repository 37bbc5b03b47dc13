import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { FreeMachine } from '#calls/today'
import { openBookingForm } from '../open-booking-form.ts'
import { todayWords } from '../words/today/screen.ts'
import { useWords } from '../words/words.ts'
import type { DayInWords } from './day-in-words.ts'
import { Part } from './part.tsx'

type FreeNowProps = { free: readonly FreeMachine[]; inWords: DayInWords }

/** The machines that are free now, by type. Each opens the booking form with it. */
export function FreeNow({ free, inWords }: FreeNowProps) {
  const say = useWords(todayWords)
  if (free.length === 0) return null
  const types = [...new Set(free.map(machine => machine.type))]
  return (
    <Part name="freeNow" title={say('freeNow')} count={free.length} screenOnly>
      <dl className="araro-free-now">
        {types.map(type => (
          <OfType
            key={type}
            type={type}
            machines={free.filter(machine => machine.type === type)}
            inWords={inWords}
          />
        ))}
      </dl>
    </Part>
  )
}

/** More machines of one type are shown when somebody asks for them. */
const SHOWN_AT_FIRST = 12

type OfTypeProps = { type: string; machines: readonly FreeMachine[]; inWords: DayInWords }

function OfType({ type, machines, inWords }: OfTypeProps) {
  const say = useWords(todayWords)
  const [all, setAll] = useState(false)
  const shown = all ? machines : machines.slice(0, SHOWN_AT_FIRST)
  const left = machines.length - shown.length
  return (
    <>
      <dt>{type}</dt>
      <dd>
        {shown.map(machine => (
          <button
            key={machine.machineId}
            type="button"
            className="araro-chip"
            title={say('book', { machine: machine.machineName })}
            onClick={() => openBookingForm({ machineId: machine.machineId })}
          >
            <IconPlus size={12} aria-hidden />
            <span>{machine.machineName}</span> <small>{inWords.freeUntil(machine)}</small>
          </button>
        ))}
        {left > 0 ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {say('moreFree', { count: left })}
          </Button>
        ) : null}
      </dd>
    </>
  )
}
