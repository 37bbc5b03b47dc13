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
