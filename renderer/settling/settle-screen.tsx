import { Anchor, Text } from '@mantine/core'
import { may } from '#booking/users/roles'
import { hrefOf } from '../navigation.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { Page } from '../parts/page.tsx'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { useFormat } from '../words/format.ts'
import { settleWords } from '../words/settling/screen.ts'
import { useWords } from '../words/words.ts'
import { SettleItem } from './settle-item.tsx'
import './settling.css'

/** The promises that cannot be kept for now, each with whom to call and its ways out. */
export function SettleScreen() {
  const say = useWords(settleWords)
  const format = useFormat()
  const mayDecide = may(useUser().role, 'decide-bookings')
  const answer = useCall('settle.list', {})
  return (
    <Page title={say('title')}>
      <Answered answer={answer}>
        {({ items, count }) =>
          items.length === 0 ? (
            <Empty
              sentence={say('empty')}
              action={<Anchor href={hrefOf('calendar')}>{say('emptyAction')}</Anchor>}
            />
          ) : (
            <>
              <Text size="sm" c="dimmed" mb="sm">
                {say('intro')} {mayDecide ? null : say('needsApproval')}
              </Text>
              <ul className="araro-settling" aria-label={say('list')}>
                {items.map(item => (
                  <SettleItem key={`${item.why} ${item.booking.id}`} item={item} />
                ))}
              </ul>
              {count > items.length ? (
                <Text size="sm" mt="sm">
                  {say('more', { shown: format.number(items.length), count: format.number(count) })}
                </Text>
              ) : null}
            </>
          )
        }
      </Answered>
    </Page>
  )
}
