import i18next from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage, type Language } from './language.ts'

type Texts = Readonly<Record<string, string>>
/** `days_one` and `days_other` are requested as `days`, with a `count`. */
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
  /** For words that are part of another list: `fil: { ...memberFields.fil, … }`. */
  readonly fil: { readonly [Key in keyof T]: string }
  /** True if the keys are the members of a list: see `wordsFor`. */
  readonly keyed?: true
}

/**
 * Registers the texts of one screen in every language. A key that is missing in one language does not compile.
 * `{{name}}` is replaced by a value; `key_one` and `key_other` are chosen by a count.
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
 * Registers the names of the members of a list, such as the statuses of a booking, in every language. A missing or
 * surplus name does not compile.
 * @param Key the members, as a union: `wordsFor<BookingStatus>('booking-statuses', …)`
 */
export function wordsFor<Key extends string>(
  list: string,
  texts: { readonly [L in Language]: { readonly [K in Key]: string } },
): Words<{ readonly [K in Key]: string }> {
  return { ...words<{ readonly [K in Key]: string }>(list, texts), keyed: true }
}

/** For components, which render again when the language is switched. */
export function useWords<T extends Texts>(spoken: Words<T>): Say<T> {
  const { t } = useTranslation(spoken.screen)
  const translate = t as unknown as Translate
  return useCallback((key, values) => translate(key, values), [translate])
}

/** i18next's own type of `t` would go through all keys of all files. `Say` already checks the keys. */
type Translate = (key: string, values?: WordValues) => string

/** For code outside components. Uses the current language. */
export function sayNow<T extends Texts>(spoken: Words<T>, key: KeyOf<T>, values?: WordValues): string {
  return sayIn(currentLanguage(), spoken, key, values)
}

/** For a given language, such as that of a `Format`. */
export function sayIn<T extends Texts>(
  language: Language,
  spoken: Words<T>,
  key: KeyOf<T>,
  values?: WordValues,
): string {
  return (i18next.t as unknown as Translate)(key, { ...values, ns: spoken.screen, lng: language })
}

/** Whether these words have the key. The history may contain keys of another version of Araro. */
export function hasWords<T extends Texts>(spoken: Words<T>, key: string): key is KeyOf<T> & string {
  return Object.hasOwn(spoken.en, key)
}

export function useLanguage(): Language {
  useTranslation()
  return currentLanguage()
}
