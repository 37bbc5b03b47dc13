import { words } from './words.ts'

export const changedMeanwhileWords = words('changed-meanwhile', {
  en: {
    again: 'What you typed is still here. Saving again puts it in place of what is there now.',
    takeCurrent: 'Show what is there now',
  },
  fil: {
    again: 'Narito pa ang isinulat mo. Kapag ni-save mo ulit, ito ang papalit sa laman ngayon.',
    takeCurrent: 'Ipakita ang laman ngayon',
  },
})
