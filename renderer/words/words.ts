import i18next from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage, type Language } from './language.ts'

type Texts = Readonly<Record<string, string>>
/** `days_one` and `days_other` are asked for as `days`, with a `count`. */
type KeyOf<T extends Texts> = keyof T extends infer Key
  ? Key extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : Key & string
  : never
export type WordValues = Readonly<Record<string, string | number>>
export type Say<T extends Texts> = (key: KeyOf<T>, values?: WordValues) => string
export type Words<T extends Texts> = {
  readonly screen: string
  readonly en: T
  /** For words that another list takes over: `fil: { ...memberFields.fil, … }`. */
  readonly fil: { readonly [Key in keyof T]: string }
  /** Its keys are those of a list elsewhere in the code: see `wordsFor`. */
  readonly keyed?: true
}

/**
 * The words of one screen in every language. A key that one language lacks does not compile.
 * `{{name}}` stands for a value; `key_one` and `key_other` for a count.
 */
export function words<const T extends Texts>(
  screen: string,
  texts: { readonly en: T; readonly fil: { readonly [Key in keyof T]: string } },
): Words<T> {
  i18next.addResourceBundle('en', screen, texts.en)
  i18next.addResourceBundle('fil', screen, texts.fil)
  return { screen, en: texts.en, fil: texts.fil }
}

/**
 * What each member of a list is called, such as the statuses of a booking, in every language. A member without its
 * words does not compile, and neither do words without their member.
 * @param Key the members, as a union: `wordsFor<BookingStatus>('booking-statuses', …)`
 */
export function wordsFor<Key extends string>(
  list: string,
  texts: { readonly [L in Language]: { readonly [K in Key]: string } },
): Words<{ readonly [K in Key]: string }> {
  return { ...words<{ readonly [K in Key]: string }>(list, texts), keyed: true }
}

/** For components: says again by itself when the language is switched. */
export function useWords<T extends Texts>(spoken: Words<T>): Say<T> {
  const { t } = useTranslation(spoken.screen)
  const translate = t as unknown as Translate
  return useCallback((key, values) => translate(key, values), [translate])
}

/** i18next's own type of `t` reads every key of every file; the keys are checked by `Say` already. */
type Translate = (key: string, values?: WordValues) => string

/** Outside components, in the language of the moment. */
export function sayNow<T extends Texts>(spoken: Words<T>, key: KeyOf<T>, values?: WordValues): string {
  return sayIn(currentLanguage(), spoken, key, values)
}

/** In a language that is known, such as that of a `Format`. */
export function sayIn<T extends Texts>(
  language: Language,
  spoken: Words<T>,
  key: KeyOf<T>,
  values?: WordValues,
): string {
  return (i18next.t as unknown as Translate)(key, { ...values, ns: spoken.screen, lng: language })
}

/** Whether these words have the key: what the history keeps may come from another version of Araro. */
export function hasWords<T extends Texts>(spoken: Words<T>, key: string): key is KeyOf<T> & string {
  return Object.hasOwn(spoken.en, key)
}

export function useLanguage(): Language {
  useTranslation()
  return currentLanguage()
}
