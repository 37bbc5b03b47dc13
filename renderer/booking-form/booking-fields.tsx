import { ScrollArea, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { Alternative } from '#calls/bookings'
import type { FieldRow } from '#calls/fields'
import { PURPOSE_LENGTH, REASON_LENGTH } from '#calls/limits'
import { BookedFieldInForm } from '../bookings/booked-field.tsx'
import { useBookingForm } from '../open-booking-form.ts'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import { MemberPicker, nameAndNumber } from '../parts/fields/member-picker.tsx'
import { NumberField } from '../parts/fields/number-field.tsx'
import { PeriodInput } from '../parts/fields/period-input.tsx'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { useCall } from '../service/use-call.ts'
import { bookingFormWords } from '../words/bookings/form.ts'
import { fieldWords } from '../words/fields/fields.ts'
import { useFormat } from '../words/format.ts'
import { countedUnit } from '../words/money/rate-units.ts'
import { partWords } from '../words/parts/parts.ts'
import { type Say, useLanguage, useWords } from '../words/words.ts'
import { AvailabilityPanel } from './availability-panel.tsx'
import { FormFoot } from './form-edges.tsx'
import { type FormFields, unitsOf } from './form-fields.ts'
import { PriceLine } from './price-line.tsx'
import { shortened } from './shortened.ts'
import { TakenMonth } from './taken-month.tsx'
import { type BookingFieldsProps, useBookingFields } from './use-booking-fields.ts'
import { useFocusOnward } from './use-focus-onward.ts'
import { useSave } from './use-save.ts'

/** The fields, the answer whether the time is free, and Save. */
export function BookingFields({ machines, start, member, moved }: BookingFieldsProps) {
  const say = useWords(bookingFormWords)
  const part = useWords(partWords)
  const language = useLanguage()
  const form = useBookingFields({ machines, start, member, moved })
  const save = useSave({ form, moved })
  const { fields, machine, availability } = form
  const machineRef = useRef<HTMLInputElement>(null)
  const memberRef = useRef<HTMLInputElement>(null)
  const fromRef = useRef<HTMLInputElement>(null)
  const onward = useFocusOnward(availability.state)
  const askedAgain = useBookingForm(state => state.askedAgain)

  // biome-ignore lint/correctness/useExhaustiveDependencies: opening again moves the focus
  useEffect(() => {
    const first = moved ? fromRef : start.period || start.draft ? memberRef : machineRef
    first.current?.focus()
  }, [moved, start, askedAgain])

  /** The pressed button disappears with the other alternatives. */
  function take(alternative: Alternative) {
    form.take(alternative)
    if (fields.member) onward.toSave()
    else memberRef.current?.focus()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (availability.state === 'checking') save.waitForAnswer()
    if (availability.state !== 'free') return
    if (!fields.member) memberRef.current?.focus()
    void save.press()
  }
  function saveByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }

  return (
    <form className="araro-booking-form" onSubmit={submit} onKeyDown={saveByKey} noValidate>
      <ScrollArea style={{ flex: 1 }} type="auto" viewportProps={{ tabIndex: -1 }}>
        <Stack gap="sm" px="md" pb="md">
          <RestoredNotice shown={form.restored} onDiscard={form.discard} />
          <MachinePicker
            machines={machines}
            machineId={fields.machineId}
            onPick={form.pickMachine}
            inputRef={machineRef}
          />
          {moved ? (
            <TextInput
              label={part('member')}
              value={nameAndNumber({
                id: moved.memberId,
                name: moved.memberName,
                number: moved.memberNumber,
              })}
              readOnly
            />
          ) : (
            <MemberPicker
              member={fields.member}
              onPick={found => form.change({ member: found, fieldId: null })}
              error={memberError(fields, save.asked, say)}
              inputRef={memberRef}
            />
          )}
          {moved ? <BookedFieldInForm booking={moved} /> : null}
          {moved || !fields.member ? null : (
            <FieldPicker
              memberId={fields.member.id}
              fieldId={fields.fieldId}
              onPick={fieldId => form.change({ fieldId })}
            />
          )}
          <PeriodInput
            mode={machine?.bookingMode ?? 'days'}
            typed={fields.typed}
            onType={typed => form.change({ typed })}
            fromRef={fromRef}
          />
          {machine && machine.capacity > 1 ? (
            <NumberField
              label={
                machine.unitName
                  ? say('unitsNamed', { unit: countedUnit(machine.unitName, 2, language) })
                  : say('units')
              }
              description={say('unitsOf', { capacity: machine.capacity })}
              limits={{ min: 1, max: machine.capacity }}
              typed={fields.units}
              onType={units => form.change({ units })}
            />
          ) : null}
          <div ref={onward.panelRef} tabIndex={-1} style={{ outline: 'none' }}>
            <AvailabilityPanel
              availability={availability}
              unitsMissing={machine !== undefined && unitsOf(fields, machine) === null}
              hold={form.hold}
              onTake={take}
            />
          </div>
          {save.refusal ? (
            <RefusalPanel
              refusal={save.refusal.refusal}
              alternatives={save.refusal.alternatives}
              onTake={take}
            />
          ) : null}
          {machine ? <PriceLine machine={machine} slot={form.slot} /> : null}
          {machine ? (
            <TakenMonth
              machine={machine}
              typed={fields.typed}
              onType={typed => form.change({ typed })}
              exceptBookingId={moved?.id}
              formId={form.formId}
            />
          ) : null}
          <TextInput
            label={moved ? say('reason') : say('purpose')}
            placeholder={moved ? undefined : say('purposeHint')}
            value={fields.purpose}
            onChange={event => form.change({ purpose: event.currentTarget.value })}
            maxLength={moved ? REASON_LENGTH : PURPOSE_LENGTH}
          />
        </Stack>
      </ScrollArea>
      <FormFoot busy={save.busy} enabled={availability.state === 'free'} saveRef={onward.saveRef} />
    </form>
  )
}

type FieldPickerProps = { memberId: string; fieldId: string | null; onPick: (fieldId: string | null) => void }

/** Leaves room for the hectares in a form of 390 pixels. The list shows the whole name. */
const LONGEST_NAME = 24

/** Shown only if the member has fields: a choice of one field, or none. */
function FieldPicker({ memberId, fieldId, onPick }: FieldPickerProps) {
  const say = useWords(fieldWords)
  const format = useFormat()
  const fields = useCall('fields.list', { memberId }).data ?? []
  if (fields.length === 0) return null
  const inHectares = ({ hectares }: FieldRow) => say('inHectares', { hectares: format.number(hectares) })
  return (
    <Select
      label={say('field')}
      placeholder={say('anyField')}
      data={fields.map(field => ({
        value: field.id,
        label: [shortened(field.name, LONGEST_NAME), inHectares(field)].join(' · '),
      }))}
      renderOption={({ option }) => {
        const field = fields.find(one => one.id === option.value)
        return field ? [field.name, inHectares(field)].join(' · ') : option.label
      }}
      value={fieldId}
      onChange={onPick}
      clearable
    />
  )
}

/** Shown as soon as the member is chosen, before Araro refuses the request. */
function memberError(
  fields: FormFields,
  asked: boolean,
  say: Say<typeof bookingFormWords.en>,
): string | null {
  const { member } = fields
  if (!member) return asked ? say('memberMissing') : null
  if (member.suspended) {
    const why = member.suspendedReason ? ` (${member.suspendedReason})` : ''
    return say('memberSuspended', { name: member.name, why })
  }
  return member.verified === false ? say('memberNotVerified', { name: member.name }) : null
}
