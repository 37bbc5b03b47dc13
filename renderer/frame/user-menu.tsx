import { Button, Group, Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey, IconLogout, IconUser, IconUsers } from '@tabler/icons-react'
import { callOffice } from '../office/calls-by-name.ts'
import { useSignIn, useUser } from '../office/sign-in.ts'
import { frameWords } from '../words/frame.ts'
import { tradeWords } from '../words/trades.ts'
import { useWords } from '../words/words.ts'
import { ChangePassword } from './change-password.tsx'
import { ColourSwitch, LanguageSwitch } from './switches.tsx'

/** Who is signed in at this window, and the ways out. */
export function UserMenu({ narrow }: { narrow: boolean }) {
  const say = useWords(frameWords)
  const trade = useWords(tradeWords)
  const user = useUser()
  const [changing, password] = useDisclosure(false)
  return (
    <>
      <Menu position="bottom-end" width={260} shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            px="xs"
            aria-label={say('account', { name: user.name })}
            leftSection={narrow ? null : <IconUser size={16} />}
          >
            {narrow ? <IconUser size={18} /> : <span className="araro-user">{user.name}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Text px="sm" pt={6} fw={600}>
            {user.name}
          </Text>
          <Text px="sm" pb={6} size="sm" c="dimmed">
            {trade(user.role)}
          </Text>
          <Menu.Divider />
          <Menu.Item leftSection={<IconUsers size={16} />} onClick={leave}>
            {say('switchUser')}
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={password.open}>
            {say('changePassword')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} />}
            onClick={() => {
              leave()
              window.location.hash = ''
            }}
          >
            {say('signOut')}
          </Menu.Item>
          {narrow ? (
            <>
              <Menu.Divider />
              <Group p="xs" justify="space-between">
                <LanguageSwitch />
                <ColourSwitch />
              </Group>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <ChangePassword opened={changing} onClose={password.close} />
    </>
  )
}

/** This window's sign-in ends even when the service is away; the office forgets the token when it hears of it. */
function leave(): void {
  callOffice('auth.signOut', {}).catch(() => undefined)
  // The call has taken its token along by now.
  setTimeout(() => useSignIn.getState().signedOut(), 0)
}
