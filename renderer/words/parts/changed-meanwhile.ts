import { words } from '../words.ts'

export const changedMeanwhileWords = words('changed-meanwhile', {
  en: {
    taken: 'Changed there and taken over here: {{fields}}.',
    yours:
      'Changed there, but you typed something else here: {{fields}}. Yours stays, and saving puts it in place of theirs.',
    again: 'What you typed is still here. Look it over and save again.',
    takeCurrent: 'Show what is there now',
  },
  fil: {
    taken: 'Binago roon at isinama na rito: {{fields}}.',
    yours:
      'Binago roon, pero iba ang isinulat mo rito: {{fields}}. Mananatili ang sa iyo, at kapag ni-save ay ito ang papalit.',
    again: 'Narito pa ang isinulat mo. Tingnan at i-save ulit.',
    takeCurrent: 'Ipakita ang laman ngayon',
  },
})
