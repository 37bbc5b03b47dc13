import {
  Button,
  Kbd,
  Menu,
  useComputedColorScheme,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconArrowBackUp,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { hrefOf, screensFor } from '../navigation.ts'
import { SCREEN_PARTS } from '../screens.tsx'
import { callOffice } from '../service/calls-by-name.ts'
import { useSignIn, useUser } from '../service/sign-in.ts'
import { openUndo } from '../undo-open.ts'
import { frameWords } from '../words/frame/frame.ts'
import { screenNames } from '../words/frame/screens.ts'
import { LANGUAGE_NAMES, LANGUAGES, speak } from '../words/language.ts'
import { undoWords } from '../words/undo/screen.ts'
import { roleWords } from '../words/users/roles.ts'
import { useLanguage, useWords } from '../words/words.ts'
import { ChangePassword } from './change-password.tsx'

/** Shows the signed-in user, and offers to switch user, change the password or sign out. */
export function UserMenu({ narrow }: { narrow: boolean }) {
  const say = useWords(frameWords)
  const role = useWords(roleWords)
  const undo = useWords(undoWords)
  const user = useUser()
  const [changing, password] = useDisclosure(false)
  return (
    <>
      <Menu
        position="bottom-end"
        width={260}
        shadow="md"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button variant="default" px="xs" leftSection={narrow ? null : <IconUser size={16} />}>
            <VisuallyHidden>{say('account')} </VisuallyHidden>
            {narrow ? <IconUser size={18} /> : null}
            {narrow ? (
              <VisuallyHidden>{user.name}</VisuallyHidden>
            ) : (
              <span className="araro-user">{user.name}</span>
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label fz="sm">
            {user.name} · {role(user.role)}
          </Menu.Label>
          <Menu.Item
            leftSection={<IconArrowBackUp size={16} />}
            rightSection={<Kbd size="xs">Ctrl + Z</Kbd>}
            onClick={() => openUndo('list')}
          >
            {undo('mySteps')}
          </Menu.Item>
          <Screens />
          <Menu.Divider />
          <Switches />
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
        </Menu.Dropdown>
      </Menu>
      <ChangePassword opened={changing} onClose={password.close} />
    </>
  )
}

/** The screens that are about nothing in the office, such as the help. */
function Screens() {
  const named = useWords(screenNames)
  return screensFor(useUser().role, 'user').map(name => {
    const Icon = SCREEN_PARTS[name].icon
    return (
      <Menu.Item key={name} component="a" href={hrefOf(name)} leftSection={<Icon size={16} />}>
        {named(name)}
      </Menu.Item>
    )
  })
}

/** The other language and the other colours. */
function Switches() {
  const say = useWords(frameWords)
  const language = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const otherScheme = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark'
  const otherLanguage = LANGUAGES.find(one => one !== language) ?? language
  return (
    <>
      <Menu.Item leftSection={<IconLanguage size={16} />} onClick={() => speak(otherLanguage)}>
        {LANGUAGE_NAMES[otherLanguage]}
      </Menu.Item>
      <Menu.Item
        leftSection={otherScheme === 'dark' ? <IconMoon size={16} /> : <IconSun size={16} />}
        onClick={() => setColorScheme(otherScheme)}
      >
        {say(otherScheme)}
      </Menu.Item>
    </>
  )
}

/** Ends this window's sign-in even if the service is away. The office removes the token if the call reaches it. */
function leave(): void {
  callOffice('auth.signOut', {}).catch(() => undefined)
  // By then the call has read the token.
  setTimeout(() => useSignIn.getState().signedOut(), 0)
}
