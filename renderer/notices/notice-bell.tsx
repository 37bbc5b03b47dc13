import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { useNoticeChoices } from '../open-notice-choices.ts'
import { useCall } from '../service/use-call.ts'
import { noticeWords } from '../words/notices/bell.ts'
import { useWords } from '../words/words.ts'
import { NoticeChoices } from './notice-choices.tsx'
import { NoticeList } from './notice-list.tsx'
import { useDesktopNotices } from './use-desktop-notices.ts'

/** The bell in the header. Its number is current, because the change feed reloads the notices. */
export function NoticeBell() {
  const say = useWords(noticeWords)
  const [opened, list] = useDisclosure(false)
  const answer = useCall('notices.list', {})
  useDesktopNotices(answer.data?.notices)
  const choosing = useNoticeChoices(state => state.open)
  const unread = answer.data?.unread ?? 0
  const label = unread > 0 ? say('bellUnread', { count: unread }) : say('bell')
  return (
    <>
      <Popover
        opened={opened}
        onChange={open => (open ? list.open() : list.close())}
        position="bottom-end"
        width={380}
        shadow="md"
        trapFocus
        returnFocus
      >
        <Indicator label={unread > 99 ? '99+' : unread} size={18} color="red.9" disabled={unread === 0}>
          <Popover.Target>
            <ActionIcon variant="default" size="lg" aria-label={label} title={label} onClick={list.toggle}>
              <IconBell size={18} />
            </ActionIcon>
          </Popover.Target>
        </Indicator>
        <Popover.Dropdown p={0} maw="calc(100vw - 16px)" aria-label={say('title')}>
          <NoticeList answer={answer} onLeave={list.close} />
        </Popover.Dropdown>
      </Popover>
      {choosing ? <NoticeChoices /> : null}
    </>
  )
}
