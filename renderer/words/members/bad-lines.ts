import type { BadLineProblem } from '#booking/members/refusals'
import type { Language } from '../language.ts'
import { wordsFor } from '../words.ts'

/** The problem of a line of a pasted list. */
export const badLineWords = wordsFor<BadLineProblem>('bad-lines', {
  en: {
    'no-number': 'The number is missing.',
    'no-tabs': 'The columns must be separated by tabs, as a spreadsheet copies them.',
    'no-name': 'The name is missing.',
    'number-taken': 'The number belongs to another member.',
    'number-twice': 'The number is in this list twice.',
    'too-many-columns': 'There are more than five columns.',
    'too-long': 'A cell is too long.',
    'control-characters': 'It has characters that cannot be printed.',
  },
  fil: {
    'no-number': 'Walang numero.',
    'no-tabs': 'Dapat tab ang pagitan ng mga hanay, gaya ng kinopya sa spreadsheet.',
    'no-name': 'Walang pangalan.',
    'number-taken': 'Gamit na ng ibang kasapi ang numero.',
    'number-twice': 'Dalawang beses nasa listahan ang numero.',
    'too-many-columns': 'Higit sa lima ang mga kolum.',
    'too-long': 'May masyadong mahabang laman.',
    'control-characters': 'May mga titik na hindi naipi-print.',
  },
})

/** The problem inside a sentence: "line 3, the name is missing". */
export const badLineIs: { readonly [L in Language]: { readonly [P in BadLineProblem]: string } } = {
  en: {
    'no-number': 'the number is missing',
    'no-tabs': 'the columns must be separated by tabs, as a spreadsheet copies them',
    'no-name': 'the name is missing',
    'number-taken': 'the number belongs to another member',
    'number-twice': 'the number is in the list twice',
    'too-many-columns': 'there are too many columns',
    'too-long': 'something in it is too long',
    'control-characters': 'it has characters that cannot be printed',
  },
  fil: {
    'no-number': 'walang numero',
    'no-tabs': 'dapat tab ang pagitan ng mga hanay, gaya ng kinopya sa spreadsheet',
    'no-name': 'walang pangalan',
    'number-taken': 'gamit na ng ibang kasapi ang numero',
    'number-twice': 'dalawang beses nakalista ang numero',
    'too-many-columns': 'sobra ang mga hanay',
    'too-long': 'may masyadong mahaba',
    'control-characters': 'may mga titik na hindi naipi-print',
  },
}
