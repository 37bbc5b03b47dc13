import { Kbd, Stack, Switch, Title } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { may } from '#booking/users/roles'
import { SCREENS, screensFor } from '../../navigation.ts'
import { useUser } from '../../service/sign-in.ts'
import { calendarWords } from '../../words/calendar/screen.ts'
import { screenNames } from '../../words/frame/screens.ts'
import { keyWords } from '../../words/parts/keys.ts'
import { useWords } from '../../words/words.ts'
import { letKeysWork, useKeySetting } from './key-setting.ts'
import './keys.css'

/** Every key with what it does, for the screens that the user may use, and the switch for keys without Ctrl. */
export function KeyList() {
  const say = useWords(keyWords)
  const view = useWords(calendarWords)
  const named = useWords(screenNames)
  const { role } = useUser()
  const on = useKeySetting(state => state.on)
  return (
    <Stack gap="md">
      <div className="araro-key-groups">
        <Keys title={say('everywhere')}>
          <Key does={say('newBooking')} keys="N" />
          <Key does={say('search')} keys="/" or="Ctrl + K" />
          <Key does={say('save')} keys="Ctrl + Enter" />
          <Key does={say('undo')} keys="Ctrl + Z" />
          <Key does={say('close')} keys="Esc" />
          <Key does={say('list')} keys="?" />
        </Keys>
        <Keys title={say('goTo')} sideBySide>
          {screensFor(role).map(screen => (
            <Key key={screen} does={named(screen)} keys={SCREENS[screen].key.toUpperCase()} />
          ))}
        </Keys>
        <Keys title={say('calendar')}>
          <Key does={say('today')} keys="T" />
          <Key does={say('earlier')} keys="←" />
          <Key does={say('later')} keys="→" />
          <Key does={view('month')} keys="M" />
          <Key does={view('week')} keys="W" />
          <Key does={view('day')} keys="D" />
          <Key does={view('list')} keys="L" />
        </Keys>
        <Keys title={say('onToday')}>
          <Key does={say('lines')} keys="↑" or="↓" />
          <Key does={say('lineButton')} keys="Enter" />
          <Key does={say('lineOpen')} keys="O" />
        </Keys>
        <Keys title={say('onBoard')}>
          <Key does={say('today')} keys="T" />
          <Key does={say('walk')} keys="← →" or="↑ ↓" />
          <Key does={say('openOrBook')} keys="Enter" />
          <Key does={say('carry')} keys="M" />
          <Key does={say('carryEnd')} keys="Shift + ← →" />
          <Key does={say('drop')} keys="Enter" or="Esc" />
        </Keys>
        {may(role, 'decide-bookings') ? (
          <Keys title={say('onApprovals')}>
            <Key does={say('cards')} keys="↑" or="↓" />
            <Key does={say('approve')} keys="A" />
            <Key does={say('reject')} keys="R" />
          </Keys>
        ) : null}
      </div>
      <Switch
        label={say('on')}
        description={say('onHint')}
        checked={on}
        onChange={event => letKeysWork(event.currentTarget.checked)}
      />
    </Stack>
  )
}

type KeysProps = { title: string; sideBySide?: boolean; children: ReactNode }

function Keys({ title, sideBySide, children }: KeysProps) {
  return (
    <div className="araro-key-group">
      <Title order={3} mb={4}>
        {title}
      </Title>
      <dl className="araro-keys" data-side-by-side={sideBySide}>
        {children}
      </dl>
    </div>
  )
}

function Key({ does, keys, or }: { does: string; keys: string; or?: string }) {
  const say = useWords(keyWords)
  return (
    <Fragment>
      <dt>
        <Kbd>{keys}</Kbd>
        {or ? (
          <>
            {' '}
            {say('or')} <Kbd>{or}</Kbd>
          </>
        ) : null}
      </dt>
      <dd>{does}</dd>
    </Fragment>
  )
}
