import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Season } from '#booking/hours/opening-hours'
import type { Refusal } from '#booking/refusal'
import { HOLIDAY_LENGTHS } from '#calls/limits'
import type { SettingsRow } from '#calls/settings'
import { tellDone } from '../commands/tell-done.tsx'
import { useCommand } from '../commands/use-command.ts'
import { DESTRUCTIVE } from '../parts/buttons/destructive.ts'
import { WhenField } from '../parts/fields/when-field.tsx'
import { textField } from '../parts/form/fields.ts'
import { FormFrame } from '../parts/form/form-frame.tsx'
import { useForm } from '../parts/form/use-form.ts'
import { type InnerForms, useInnerForms } from '../parts/form/use-inner-forms.ts'
import { Cell, RecordTable } from '../parts/lists/record-table.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useFormat } from '../words/format.ts'
import { weekInWords } from '../words/hours/in-words.ts'
import { hoursWords } from '../words/hours/screen.ts'
import { refusalSentence } from '../words/refusals/sentence.ts'
import { useWords } from '../words/words.ts'
import { readSeason, seasonsWith, typedSeason } from './season-typed.ts'
import { WeekFields } from './week-fields.tsx'

const NEW = 'settings.hours.season'
/** A season has no id: no other one begins on its first day. */
const nameOf = (season: Season) => `${NEW}.${season.from}`

type SeasonsProps = { settings: SettingsRow; mayChange: boolean }

/** The times of the year with other hours (B3): added, changed and removed. */
export function Seasons({ settings, mayChange }: SeasonsProps) {
  const say = useWords(hoursWords)
  const { seasons, week } = settings.hours
  const forms = useInnerForms([NEW, ...seasons.map(nameOf)])
  const { open, pressed, left, press, leave } = forms
  const changed = seasons.find(season => nameOf(season) === open) ?? null
  return (
    <Stack gap="sm" component="section" aria-label={say('seasons')}>
      <Title order={2} size="h5">
        {say('seasons')}
      </Title>
      <Text size="sm" c="dimmed">
        {say('seasonsExplain')}
      </Text>
      {seasons.length === 0 ? (
        <Text size="sm">{say(week === null ? 'seasonsNotYet' : 'noSeasons')}</Text>
      ) : (
        <RecordTable caption={say('seasons')} heads={[say('season'), say('days'), say('weekly'), '']}>
          {seasons.map(season => (
            <SeasonLine key={season.from} {...{ season, settings, mayChange, forms }} />
          ))}
        </RecordTable>
      )}
      {!mayChange || week === null ? null : open === NEW || changed ? (
        <SeasonForm
          key={open}
          keptAs={open ?? NEW}
          settings={settings}
          first={changed?.from ?? null}
          autoFocus={pressed}
          onLeave={leave}
        />
      ) : (
        <div>
          <Button variant="default" autoFocus={left === NEW} onClick={() => press(NEW)}>
            {say('addSeason')}
          </Button>
        </div>
      )}
    </Stack>
  )
}

type SeasonLineProps = SeasonsProps & { season: Season; forms: InnerForms }

function SeasonLine({ season, settings, mayChange, forms }: SeasonLineProps) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const set = useCommand('hours.set')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { name, from, to, week } = season
  async function remove(): Promise<void> {
    const seasons = seasonsWith(settings, from, null)
    const answer = await set.run({ version: settings.version, seasons })
    if (answer?.ok) tellDone(say('seasonRemoved', { name }), answer)
    else if (answer) setRefusal(answer.refusal)
  }
  return (
    <tr>
      <Cell label={say('season')} shape="name">
        {name}
      </Cell>
      <Cell label={say('days')} shape="fixed">
        {format.period({ kind: 'days', from, to })}
      </Cell>
      <Cell label={say('weekly')} shape="sentence">
        {weekInWords(week, format)}
        {refusal ? <RefusalPanel refusal={refusal} /> : null}
      </Cell>
      <Cell>
        {mayChange ? (
          <Group gap="xs" wrap="nowrap">
            <Button
              size="xs"
              variant="default"
              autoFocus={forms.left === nameOf(season)}
              aria-label={say('changeSeasonOf', { name })}
              onClick={() => forms.press(nameOf(season))}
            >
              {say('changeSeason')}
            </Button>
            <Button
              size="xs"
              {...DESTRUCTIVE}
              loading={set.busy}
              aria-label={say('removeSeasonOf', { name })}
              onClick={() => void remove()}
            >
              {say('removeSeason')}
            </Button>
          </Group>
        ) : null}
      </Cell>
    </tr>
  )
}

type SeasonFormProps = {
  keptAs: string
  settings: SettingsRow
  /** Of the season that is changed; null for another one. */
  first: string | null
  autoFocus: boolean
  onLeave: () => void
}

function SeasonForm({ keptAs, settings, first, autoFocus, onLeave }: SeasonFormProps) {
  const say = useWords(hoursWords)
  const format = useFormat()
  const set = useCommand('hours.set')
  const form = useForm({
    say,
    keptAs,
    record: settings,
    typedFrom: (record: SettingsRow) => typedSeason(record, first, format),
    read: readSeason,
    send: (season: Season, seen: SettingsRow) =>
      set.run({ version: seen.version, seasons: seasonsWith(seen, first, season) }),
    saved: () => say('seasonSaved'),
    onSaved: onLeave,
    // What is wrong with the days stands at the days.
    refusedAt: refusal =>
      refusal.reason === 'seasons-overlap' ? { from: refusalSentence(refusal, format) } : null,
    labels: {
      name: 'seasonName',
      from: 'seasonFirst',
      fromUnread: 'seasonFirst',
      to: 'seasonLast',
      toUnread: 'seasonLast',
      days: 'seasonWeek',
    },
    lengths: { ...HOLIDAY_LENGTHS, from: 10, fromUnread: 100, to: 10, toUnread: 100 },
  })
  const { typed } = form
  return (
    <FormFrame form={form} save={say('saveSeason')} onLeave={onLeave}>
      <TextInput {...textField(form, 'name')} autoFocus={autoFocus} maw={420} />
      <Group align="flex-start">
        <WhenField
          label={form.labelOf('from')}
          mode="days"
          value={typed.from}
          unread={typed.fromUnread}
          onChange={(from, _, fromUnread) => form.type({ from, fromUnread })}
          error={form.wrongAt('from')}
          withPicker
        />
        <WhenField
          label={form.labelOf('to')}
          mode="days"
          value={typed.to}
          unread={typed.toUnread}
          onChange={(to, _, toUnread) => form.type({ to, toUnread })}
          error={form.wrongAt('to')}
          withPicker
        />
      </Group>
      <WeekFields form={form} caption={form.labelOf('days')} />
    </FormFrame>
  )
}
