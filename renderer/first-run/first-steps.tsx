import { Anchor, Paper, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { may } from '#booking/users/roles'
import { hrefOf, type Place, type ScreenName } from '../navigation.ts'
import { useUser } from '../service/sign-in.ts'
import { useCall } from '../service/use-call.ts'
import { firstStepWords } from '../words/settings/first-steps.ts'
import { useWords } from '../words/words.ts'
import './first-steps.css'

/** What each step is called, why it is needed, and what its button says. */
const WORDS = {
  type: { title: 'type', why: 'typeWhy', button: 'typeDo' },
  machine: { title: 'machine', why: 'machineWhy', button: 'machineDo' },
  member: { title: 'member', why: 'memberWhy', button: 'memberDo' },
  user: { title: 'user', why: 'userWhy', button: 'userDo' },
} as const

type Step = {
  name: keyof typeof WORDS
  done: boolean
  at: [ScreenName, Partial<Omit<Place, 'screen'>>]
}

/**
 * What an office needs before its first booking; null while that is not known, once there is a booking, and for users
 * who may not keep machines.
 */
export function useFirstSteps(): Step[] | null {
  const { role } = useUser()
  const keepsMachines = may(role, 'keep-machines')
  const keepsUsers = may(role, 'keep-users')
  const types = useCall('machines.types', {}, { enabled: keepsMachines }).data
  const machines = useCall('machines.list', {}, { enabled: keepsMachines }).data
  const members = useCall('members.list', {}, { enabled: keepsMachines }).data
  const bookings = useCall('bookings.list', { limit: 1 }, { enabled: keepsMachines }).data
  const users = useCall('users.list', {}, { enabled: keepsUsers }).data
  if (!types || !machines || !members || !bookings || (keepsUsers && !users)) return null
  if (bookings.bookings.length > 0) return null
  const steps: Step[] = [
    { name: 'type', done: types.length > 0, at: ['machines', { open: 'types' }] },
    { name: 'machine', done: machines.length > 0, at: ['machines', { open: 'add' }] },
    { name: 'member', done: members.total > 0, at: ['members', { open: 'add' }] },
    ...(users ? [{ name: 'user' as const, done: users.length > 1, at: TO_USERS }] : []),
  ]
  return steps.every(step => step.done) ? null : steps
}

const TO_USERS: Step['at'] = ['settings', { open: 'new-user' }]

/** The first steps, which are done and which not, each with its button. The next one leads. */
export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  const say = useWords(firstStepWords)
  const next = steps.find(step => !step.done)
  return (
    <Paper withBorder p="md" className="araro-first-steps">
      <Title order={2}>{say('title')}</Title>
      <Text size="sm" c="dimmed">
        {say('lead')}
      </Text>
      <ol>
        {steps.map(({ name, done, at }) => (
          <li key={name} data-done={done || undefined}>
            {done ? (
              <IconCircleCheckFilled size={20} aria-hidden className="araro-first-step-done" />
            ) : (
              <IconCircle size={20} aria-hidden />
            )}
            <div>
              <Text fw={600}>{say(WORDS[name].title)}</Text>
              <Text size="sm" c="dimmed">
                {say(WORDS[name].why)}
              </Text>
            </div>
            {done ? (
              <Text size="sm">{say('done')}</Text>
            ) : (
              <Anchor
                className="araro-first-step-link"
                data-next={name === next?.name || undefined}
                underline="never"
                href={hrefOf(...at)}
              >
                {say(WORDS[name].button)} <VisuallyHidden>{say('open')}</VisuallyHidden>
              </Anchor>
            )}
          </li>
        ))}
      </ol>
    </Paper>
  )
}
