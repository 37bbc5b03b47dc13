import { Box, ScrollArea, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import type { Alternative } from '#calls/booking-rows'
import { PURPOSE_LENGTH, REASON_LENGTH } from '#calls/limits'
import type { MachineRow } from '#calls/machines'
import { BookedFieldInForm } from '../bookings/booked-field.tsx'
import { closeBookingForm, useBookingForm } from '../open-booking-form.ts'
import { MachinePicker } from '../parts/fields/machine-picker.tsx'
import { nameAndNumber } from '../parts/fields/member-picker.tsx'
import { PeriodInput, type TypedPeriod } from '../parts/fields/period-input.tsx'
import { lengthOf } from '../parts/fields/period-length.ts'
import { minutesOf } from '../parts/fields/wall-field.ts'
import { RestoredNotice } from '../parts/form/restored-notice.tsx'
import { RefusalPanel } from '../parts/refusals/refusal-panel.tsx'
import { bookingFormWords } from '../words/bookings/form.ts'
import { partWords } from '../words/parts/parts.ts'
import { useWords } from '../words/words.ts'
import { AvailabilityPanel } from './availability-panel.tsx'
import { BookAnyway } from './book-anyway.tsx'
import { FieldPicker, useHectares } from './field-picker.tsx'
import type { BookingFieldsProps } from './first-fields.ts'
import { FirstFree } from './first-free.tsx'
import { FormFoot } from './form-edges.tsx'
import { undecidedIn, unitsOf } from './form-fields.ts'
import { AboutMember, MemberPart } from './member-part.tsx'
import { PriceLine } from './price-line.tsx'
import { PutOnWaitingList } from './put-on-waiting-list.tsx'
import { QuotaLine } from './quota-line.tsx'
import { TakenMonth } from './taken-month.tsx'
import { UnitsField } from './units-field.tsx'
import { useBookingFields } from './use-booking-fields.ts'
import { useFocusOnward } from './use-focus-onward.ts'
import { useMonthBeside } from './use-month-beside.ts'
import { useSave } from './use-save.ts'
import { useSaveWhenDecided } from './use-save-when-decided.ts'

/** The fields, the answer whether the time is free, and Save. */
export function BookingFields({ machines, start, member, moved }: BookingFieldsProps) {
  const say = useWords(bookingFormWords)
  const part = useWords(partWords)
  const form = useBookingFields({ machines, start, member, moved })
  const save = useSave({ form, moved })
  const { fields, machine, availability } = form
  const hectares = useHectares(fields)
  const machineRef = useRef<HTMLInputElement>(null)
  const fromRef = useRef<HTMLInputElement>(null)
  const onward = useFocusOnward(availability.state)
  const { memberRef } = onward
  const { askedAgain, picked } = useBookingForm()
  const monthBeside = useMonthBeside()
  /** Whether the last key or button was one of the mouse. */
  const byMouse = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: opening again moves the focus
  useEffect(() => {
    const hasMachine = start.machineId || start.period || start.draft
    const first = moved || start.length ? fromRef : hasMachine ? memberRef : machineRef
    first.current?.focus()
  }, [moved, start, askedAgain])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice is taken over once
  useEffect(() => {
    if (!picked) return
    form.takePicked(picked)
    if (picked.memberId) onward.toSave()
    else goOn('member')
  }, [picked])

  function goOn(toMember: 'member' | 'member-list') {
    if (fields.member) onward.toSave()
    else onward.toMember(toMember)
  }
  /** The pressed button disappears with the other alternatives. */
  function take(alternative: Alternative) {
    form.takeAlternative(alternative)
    goOn('member')
  }
  function takeFirstFree(free: Alternative, units: number) {
    form.change({ units })
    take(free)
  }
  function takeFewer(units: number) {
    form.change({ units })
    goOn('member')
  }
  function pickMachine(one: MachineRow) {
    form.pickMachine(one)
    if (byMouse.current && !fields.member) goOn('member-list')
  }
  function pickDays(typed: TypedPeriod) {
    form.pickDays(typed)
    if (byMouse.current) goOn('member')
  }

  const undecided = undecidedIn(fields)
  const named = useSaveWhenDecided(undecided, trySave)
  /** Not what is submitted or pressed in a dialog over the form. */
  function submit(event: FormEvent) {
    if (event.target !== event.currentTarget) return
    event.preventDefault()
    if (undecided) {
      const field = undecided === 'machine' ? machineRef : memberRef
      field.current?.focus()
      named.wait()
      return
    }
    trySave()
  }
  function trySave() {
    if (availability.state === 'checking') save.waitForAnswer()
    if (availability.state !== 'free') return
    if (!fields.member) memberRef.current?.focus()
    void save.press()
  }
  function saveByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (!event.currentTarget.contains(event.target as Node)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
  }

  return (
    <form className="araro-booking-form" onSubmit={submit} onKeyDown={saveByKey} noValidate>
      <ScrollArea style={{ flex: 1 }} type="auto" viewportProps={{ tabIndex: -1 }}>
        <Stack
          gap="sm"
          px="md"
          pb="md"
          onPointerDownCapture={() => {
            byMouse.current = true
            named.stopWaiting()
          }}
          onKeyDownCapture={() => {
            byMouse.current = false
            named.stopWaiting()
          }}
        >
          <Stack gap="sm" className="araro-form-top">
            <RestoredNotice shown={form.restored} onDiscard={form.discard} />
            <MachinePicker
              machines={machines}
              machineId={fields.machineId}
              onPick={pickMachine}
              typed={fields.machineText}
              onType={machineText => form.search({ machineText })}
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
              <MemberPart form={form} asked={save.asked} inputRef={memberRef} />
            )}
          </Stack>
          {moved ? <BookedFieldInForm booking={moved} /> : null}
          <Stack gap="sm" onKeyDown={onward.pressAbove}>
            <PeriodInput
              mode={machine?.bookingMode ?? 'days'}
              typed={fields.typed}
              onType={form.typePeriod}
              length={fields.length}
              fromMinutes={fields.clock ? minutesOf(fields.clock) : undefined}
              fromRef={fromRef}
            />
            {machine && machine.capacity > 1 ? <UnitsField machine={machine} form={form} /> : null}
          </Stack>
          <Box
            ref={onward.panelRef}
            role="group"
            aria-label={say('answer')}
            tabIndex={-1}
            style={{ outline: 'none' }}
            onKeyDown={onward.pressAtAnswer}
          >
            <AvailabilityPanel
              availability={availability}
              unitsMissing={machine !== undefined && unitsOf(fields, machine) === null}
              hold={form.hold}
              onTake={take}
              onFewer={takeFewer}
            />
          </Box>
          {availability.state === 'taken' && !moved && machine && form.slot && fields.member ? (
            <PutOnWaitingList
              member={fields.member}
              machine={machine}
              period={form.slot.period}
              units={form.slot.units}
              onPut={() => {
                form.finish()
                closeBookingForm()
              }}
            />
          ) : null}
          {save.refusal ? (
            <RefusalPanel
              refusal={save.refusal.refusal}
              alternatives={save.refusal.alternatives}
              onTake={take}
              onFewer={takeFewer}
            />
          ) : null}
          {save.refusal ? (
            <BookAnyway refusal={save.refusal.refusal} busy={save.busy} onAnyway={save.pressAnyway} />
          ) : null}
          <FirstFree
            machines={machines}
            machine={machine}
            length={form.slot ? lengthOf(form.slot.period) : null}
            units={machine && machine.capacity > 1 ? unitsOf(fields, machine) : null}
            formId={form.formId}
            exceptBookingId={moved?.id}
            onTake={takeFirstFree}
          />
          {moved ? null : (
            <AboutMember
              form={form}
              onVerified={() => (fields.typed.from ? onward.toSave() : fromRef.current?.focus())}
            />
          )}
          {machine ? (
            <PriceLine
              machine={machine}
              slot={form.slot}
              member={fields.member}
              hectares={hectares}
              moved={moved ?? null}
            />
          ) : null}
          {machine && form.slot && fields.member && !moved ? (
            <QuotaLine memberId={fields.member.id} machine={machine} slot={form.slot} />
          ) : null}
          {machine && !monthBeside ? (
            <TakenMonth
              machine={machine}
              typed={fields.typed}
              onType={pickDays}
              exceptBookingId={moved?.id}
              formId={form.formId}
              refused={availability.state === 'taken'}
            />
          ) : null}
          {moved || !fields.member ? null : <FieldPicker memberId={fields.member.id} form={form} />}
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
