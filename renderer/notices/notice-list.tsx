import { Anchor, Box, Group, Text, UnstyledButton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeRow } from '#calls/notices'
import { hrefOf, openRecord } from '../navigation.ts'
import { openNoticeChoices } from '../open-notice-choices.ts'
import { Answered, Empty } from '../parts/lists/list-states.tsx'
import { BookingBadge } from '../parts/status/booking-badge.tsx'
import { callOffice, type OutputOf } from '../service/calls-by-name.ts'
import { noteTrouble } from '../service/query-client.ts'
import { useFormat } from '../words/format.ts'
import { noticeWords } from '../words/notices/bell.ts'
import { sayTrouble } from '../words/parts/trouble.ts'
import { useWords } from '../words/words.ts'
import { useNoticeInWords } from './notice-in-words.ts'
import './notices.css'

type NoticeListProps = { answer: UseQueryResult<OutputOf<'notices.list'>>; onLeave: () => void }

export function NoticeList({ answer, onLeave }: NoticeListProps) {
  const say = useWords(noticeWords)
  const [busy, setBusy] = useState(false)

  async function markRead(noticeIds?: string[]) {
    setBusy(true)
    try {
      await callOffice('notices.read', noticeIds ? { noticeIds } : {})
      await answer.refetch()
    } catch (error) {
      noteTrouble(error)
      sayTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  function open(notice: NoticeRow) {
    if (!notice.read) void markRead([notice.id])
    onLeave()
    openRecord(notice.about.entity, notice.about.id)
  }
  return (
    <>
      <Group justify="space-between" px="sm" py="xs">
        <Text fw={600}>{say('title')}</Text>
        {answer.data && answer.data.unread > 0 ? (
          <UnstyledButton className="araro-all-read" disabled={busy} onClick={() => void markRead()}>
            {say('allRead')}
          </UnstyledButton>
        ) : null}
      </Group>
      <Box mah={420} style={{ overflowY: 'auto' }} px={answer.data ? 0 : 'sm'} pb={answer.data ? 0 : 'sm'}>
        <Answered answer={answer} rows={3}>
          {({ notices: all }) => {
            const notices = all.filter(one => one.bell)
            return notices.length === 0 ? (
              <Empty
                sentence={say('empty')}
                action={
                  <Anchor href={hrefOf('bookings')} onClick={onLeave}>
                    {say('emptyAction')}
                  </Anchor>
                }
              />
            ) : (
              <ul className="araro-notices">
                {notices.map(notice => (
                  <li key={notice.id}>
                    <Notice notice={notice} onOpen={() => open(notice)} />
                  </li>
                ))}
              </ul>
            )
          }}
        </Answered>
      </Box>
      <Group px="sm" py="xs" className="araro-notice-foot">
        <UnstyledButton
          className="araro-all-read"
          onClick={() => {
            onLeave()
            openNoticeChoices(true)
          }}
        >
          {say('choose')}
        </UnstyledButton>
      </Group>
    </>
  )
}

/** Says what was done, and below it the booking as it is now, because it may have changed since. */
function Notice({ notice, onOpen }: { notice: NoticeRow; onOpen: () => void }) {
  const say = useWords(noticeWords)
  const format = useFormat()
  const inWords = useNoticeInWords()
  const { about, read, atMs } = notice
  return (
    <button type="button" className="araro-notice" data-unread={!read || undefined} onClick={onOpen}>
      <span>{inWords(notice)}</span>
      {about.entity === 'booking' ? (
        <span className="araro-notice-now">
          {say('now')} <BookingBadge status={about.status} /> {about.machineName} ·{' '}
          {format.period(about.period)}
        </span>
      ) : null}
      <small>
        {format.instant(atMs)}
        {read ? '' : ` · ${say('unread')}`}
      </small>
    </button>
  )
}
