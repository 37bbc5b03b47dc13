import { notifications } from '@mantine/notifications'
import { malformedField, type Trouble, troubleOf } from '../../service/what-went-wrong.ts'
import { sayNow, words } from '../words.ts'

/** Sentences for what is no refusal: the service away, the sign-in over, a defect. */
const troubleWords = words('trouble', {
  en: {
    away: "The office's service did not answer. Nothing you typed is lost; press again when it is back.",
    'signed-out': 'Your sign-in has ended. Sign in again; what you typed is still here.',
    'not-allowed': 'Your role may not do this. Ask a manager or an administrator.',
    malformed: 'The office could not take this: {{field}}. Correct it and try again.',
    malformedUnknown: 'something in the form is not in the right shape',
    'too-many': 'That was too many at once. Wait a few seconds and try again.',
    'storage-full':
      'The disk of the office computer is full. Nothing was saved; what you typed is still here. Free some space, then press again.',
    'storage-read-only':
      'The file on the office computer cannot be written to. Nothing was saved; what you typed is still here. Ask whoever looks after that computer.',
    'storage-damaged':
      'The file on the office computer is damaged. Nothing was saved; what you typed is still here. Ask whoever looks after that computer to put back a copy.',
    'storage-failing':
      'The disk of the office computer did not take it. Nothing was saved; what you typed is still here. Press again, and have the disk checked.',
    defect:
      'Something went wrong inside the program. It may or may not have been saved: press again, nothing is done twice. Tell your administrator if it stays.',
    title: 'That did not work',
  },
  fil: {
    away: 'Hindi sumagot ang serbisyo ng opisina. Walang nawala sa isinulat mo; pindutin ulit kapag bumalik na ito.',
    'signed-out': 'Natapos na ang pag-sign in mo. Mag-sign in ulit; narito pa ang isinulat mo.',
    'not-allowed': 'Hindi ito puwedeng gawin ng tungkulin mo. Magpatulong sa tagapamahala o administrador.',
    malformed: 'Hindi ito matanggap ng opisina: {{field}}. Itama at subukan ulit.',
    malformedUnknown: 'may bahagi ng form na mali ang pagkakasulat',
    'too-many': 'Masyadong marami nang sabay-sabay. Maghintay ng ilang segundo at subukan ulit.',
    'storage-full':
      'Puno na ang disk ng kompyuter ng opisina. Walang na-save; narito pa ang isinulat mo. Magbakante ng espasyo, saka pindutin ulit.',
    'storage-read-only':
      'Hindi masulatan ang file sa kompyuter ng opisina. Walang na-save; narito pa ang isinulat mo. Magpatulong sa nag-aalaga ng kompyuter na iyon.',
    'storage-damaged':
      'Sira ang file sa kompyuter ng opisina. Walang na-save; narito pa ang isinulat mo. Ipabalik ang kopya sa nag-aalaga ng kompyuter na iyon.',
    'storage-failing':
      'Hindi naisulat sa disk ng kompyuter ng opisina. Walang na-save; narito pa ang isinulat mo. Pindutin ulit, at ipasuri ang disk.',
    defect:
      'May nagkamali sa loob ng programa. Hindi tiyak kung na-save: pindutin ulit, walang mauulit nang dalawang beses. Sabihin sa administrador kung hindi mawala.',
    title: 'Hindi natuloy',
  },
})

/** The sentence for an error that a call threw. */
export function troubleSentence(error: unknown): string {
  const trouble: Trouble = troubleOf(error)
  if (trouble !== 'malformed') return sayNow(troubleWords, trouble)
  const field = malformedField(error) ?? sayNow(troubleWords, 'malformedUnknown')
  return sayNow(troubleWords, 'malformed', { field })
}

/** Shows it in a corner of the window; the same trouble is not stacked. */
export function sayTrouble(error: unknown): void {
  notifications.show({
    id: `trouble-${troubleOf(error)}`,
    color: 'red',
    title: sayNow(troubleWords, 'title'),
    message: troubleSentence(error),
    autoClose: 8000,
  })
}
