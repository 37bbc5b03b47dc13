import { Button, Group } from '@mantine/core'
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
    <Group gap="xs" mb="sm" align="flex-end" role="search">
      {children}
      {folds ? (
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {say('more')}
        </Button>
      ) : null}
      {!folds || unfolded ? more : null}
      {filtered ? (
        <Button variant="default" onClick={onClear}>
          {say('clear')}
        </Button>
      ) : null}
    </Group>
  )
}
