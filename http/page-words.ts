import type { DeadKey } from './pairing.ts'

/** The text of a page for a browser that is not paired. The first of `lines` says what happened, the last what to do. */
export type PageWords = { title: string; lines: readonly string[] }
export type PageName = DeadKey | 'not-paired' | 'disk-full' | 'no-writes'
export type PageLanguage = 'en' | 'fil'

const START_AGAIN = {
  en: 'Start Araro again on this computer: it opens a window or prints a fresh address. The Araro that is running keeps running, and nothing is lost.',
  fil: 'Simulan ulit ang Araro sa kompyuter na ito: magbubukas ito ng window o magbibigay ng bagong address. Tuloy pa rin ang Araro na nakabukas, at walang mawawala.',
}
const NOT_WRITTEN = {
  en: 'Araro could not write this browser down in its data folder, so the browser is not paired yet. Nothing is lost, and the address has not been used up.',
  fil: 'Hindi naisulat ng Araro ang browser na ito sa folder ng data nito, kaya hindi pa ito konektado. Walang nawala, at magagamit pa ang address.',
}

export const PAGE_WORDS: { readonly [L in PageLanguage]: { readonly [P in PageName]: PageWords } } = {
  en: {
    used: {
      title: 'This address has been used already',
      lines: ['Each address that Araro gives works once, in one browser.', START_AGAIN.en],
    },
    expired: {
      title: 'This address has expired',
      lines: ['Each address that Araro gives works only for a short time.', START_AGAIN.en],
    },
    unknown: {
      title: 'Araro does not know this address',
      lines: [
        'The Araro that is running now has no such address. Addresses from before it was started work no more, nor does one that was not copied whole.',
        START_AGAIN.en,
      ],
    },
    'not-paired': {
      title: 'This browser is not paired with Araro yet',
      lines: [
        'Araro is running on this computer, but it answers only browsers that are paired with it.',
        START_AGAIN.en,
      ],
    },
    'disk-full': {
      title: 'The disk is full',
      lines: [NOT_WRITTEN.en, 'Free some space on this computer, then try again.'],
    },
    'no-writes': {
      title: 'The disk takes no writes',
      lines: [NOT_WRITTEN.en, 'Make sure that Araro may write to its data folder, then try again.'],
    },
  },
  fil: {
    used: {
      title: 'Nagamit na ang address na ito',
      lines: ['Isang beses lang gumagana ang bawat address ng Araro, sa iisang browser.', START_AGAIN.fil],
    },
    expired: {
      title: 'Lumipas na ang address na ito',
      lines: ['Sandali lang gumagana ang bawat address ng Araro.', START_AGAIN.fil],
    },
    unknown: {
      title: 'Hindi kilala ng Araro ang address na ito',
      lines: [
        'Walang ganitong address ang Araro na nakabukas ngayon. Hindi na gumagana ang mga address mula bago ito sinimulan, pati ang address na hindi buo ang pagkakakopya.',
        START_AGAIN.fil,
      ],
    },
    'not-paired': {
      title: 'Hindi pa konektado sa Araro ang browser na ito',
      lines: [
        'Nakabukas ang Araro sa kompyuter na ito, pero sumasagot lang ito sa mga browser na konektado rito.',
        START_AGAIN.fil,
      ],
    },
    'disk-full': {
      title: 'Puno na ang disk',
      lines: [NOT_WRITTEN.fil, 'Magbakante ng espasyo sa kompyuter na ito, saka subukan ulit.'],
    },
    'no-writes': {
      title: 'Hindi masulatan ang disk',
      lines: [
        NOT_WRITTEN.fil,
        'Tiyaking puwedeng magsulat ang Araro sa folder ng data nito, saka subukan ulit.',
      ],
    },
  },
}

export const TRY_AGAIN: { readonly [L in PageLanguage]: string } = { en: 'Try again', fil: 'Subukan ulit' }

/** The language that the browser asks for first, among those that the page has. */
export function languageOf(acceptLanguage: string | undefined): PageLanguage {
  const asked = (acceptLanguage ?? '').split(',').map(each => {
    const [tag = '', weight] = each.split(';')
    return {
      tag: tag.trim().toLowerCase().split('-')[0],
      q: Number(/q=([\d.]+)/.exec(weight ?? '')?.[1] ?? 1),
    }
  })
  const [first] = asked.filter(({ tag }) => /^(en|fil|tl)$/.test(tag ?? '')).sort((a, b) => b.q - a.q)
  return first && first.tag !== 'en' ? 'fil' : 'en'
}
