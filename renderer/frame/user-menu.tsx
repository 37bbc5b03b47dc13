import { Button, Kbd, Menu, VisuallyHidden } from '@mantine/core'
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
import { useUser } from '../service/sign-in.ts'
import { openUndo } from '../undo-open.ts'
import { frameWords } from '../words/frame/frame.ts'
import { screenNames } from '../words/frame/screens.ts'
import { undoWords } from '../words/undo/screen.ts'
import { roleWords } from '../words/users/roles.ts'
import { useWords } from '../words/words.ts'
import { ChangePassword } from './change-password.tsx'
import { leave, signOut, useChangingPassword, useSwitches } from './frame-actions.ts'

/** Shows the signed-in user, and offers to switch user, change the password or sign out. */
export function UserMenu({ narrow }: { narrow: boolean }) {
  const say = useWords(frameWords)
  const role = useWords(roleWords)
  const undo = useWords(undoWords)
  const user = useUser()
  const changing = useChangingPassword(state => state.open)
  const change = (open: boolean) => useChangingPassword.setState({ open })
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
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => change(true)}>
            {say('changePassword')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
            {say('signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassword opened={changing} onClose={() => change(false)} />
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

function Switches() {
  const { language, colours } = useSwitches()
  return (
    <>
      <Menu.Item leftSection={<IconLanguage size={16} />} onClick={language.run}>
        {language.label}
      </Menu.Item>
      <Menu.Item
        leftSection={colours.scheme === 'dark' ? <IconMoon size={16} /> : <IconSun size={16} />}
        onClick={colours.run}
      >
        {colours.label}
      </Menu.Item>
    </>
  )
}
