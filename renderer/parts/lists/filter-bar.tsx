import { Button, Group, Input } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useBookingForm } from '../../open-booking-form.ts'
import { filterWords } from '../../words/parts/filters.ts'
import { useWords } from '../../words/words.ts'

type FilterBarProps = {
  /** The filters that are always shown. */
  children: ReactNode
  /** The other filters. They are folded on a phone, and beside the booking form, whose fields have the same names. */
  more?: ReactNode
  filtered: boolean
  onClear: () => void
}

/** The filters above a list. */
export function FilterBar({ children, more, filtered, onClear }: FilterBarProps) {
  const say = useWords(filterWords)
  const formOpen = useBookingForm(state => state.start !== null)
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  const [unfolded, setUnfolded] = useState(false)
  const folds = more !== undefined && (narrow || formOpen)
  return (
    <Group gap="xs" mb="sm" align="flex-start" role="search">
      {children}
      {folds ? (
        <BesideFields narrow={narrow}>
          <Button
            variant="default"
            leftSection={<IconFilter size={16} aria-hidden />}
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {say('more')}
          </Button>
        </BesideFields>
      ) : null}
      {!folds || unfolded ? more : null}
      {filtered ? (
        <BesideFields narrow={narrow}>
          <Button variant="default" onClick={onClear}>
            {say('clear')}
          </Button>
        </BesideFields>
      ) : null}
    </Group>
  )
}

/** A button in the line of the fields, below an empty label, so that a message at a field moves no other field. */
function BesideFields({ narrow, children }: { narrow: boolean; children: ReactNode }) {
  // On a phone, the buttons have a line of their own.
  if (narrow) return children
  return (
    <Input.Wrapper label={NO_BREAK} labelElement="div" labelProps={{ 'aria-hidden': true }}>
      <div>{children}</div>
    </Input.Wrapper>
  )
}

const NO_BREAK = '\u00a0'
