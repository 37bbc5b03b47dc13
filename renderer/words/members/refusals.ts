import type { MemberRefusal } from '#booking/members/refusals'
import type { SentencesFor } from '../sentences.ts'
import { badLineIs } from './bad-lines.ts'

export const memberRefusals: SentencesFor<MemberRefusal> = {
  en: {
    'member-not-verified': ({ memberName }) =>
      `${memberName} is not verified yet. Check the papers and verify the member under Members, then book.`,
    'member-suspended': ({ memberName, why }) =>
      `${memberName} is suspended${why ? `: ${why}` : ''}. The member can book again after being reinstated under Members.`,
    'number-taken': ({ number, memberName }) =>
      `Number ${number} belongs to ${memberName}. Choose another number.`,
    'bad-lines': ({ lines, bad, good }) =>
      `Nothing was added. ${good} ${good === 1 ? 'line is' : 'lines are'} good; correct ${bad === 1 ? 'this one' : 'these'}: ${lines
        .slice(0, 5)
        .map(one => `line ${one.line}, ${badLineIs.en[one.problem] ?? one.problem}`)
        .join('; ')}${bad > 5 ? `; and ${bad - 5} more` : ''}.`,
  },
  fil: {
    'member-not-verified': ({ memberName }) =>
      `Hindi pa beripikado si ${memberName}. Tingnan ang mga papeles, beripikahin sa Mga Kasapi, saka mag-book.`,
    'member-suspended': ({ memberName, why }) =>
      `Suspendido si ${memberName}${why ? `: ${why}` : ''}. Makakapag-book ulit kapag ibinalik na sa Mga Kasapi.`,
    'number-taken': ({ number, memberName }) => `Kay ${memberName} na ang numerong ${number}. Pumili ng iba.`,
    'bad-lines': ({ lines, bad, good }) =>
      `Walang naidagdag. ${good} linya ang tama; ayusin ito: ${lines
        .slice(0, 5)
        .map(one => `linya ${one.line}, ${badLineIs.fil[one.problem] ?? one.problem}`)
        .join('; ')}${bad > 5 ? `; at ${bad - 5} pa` : ''}.`,
  },
}
