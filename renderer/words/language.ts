import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

export const LANGUAGES = ['en', 'fil'] as const
export type Language = (typeof LANGUAGES)[number]
/** Each language's name in itself, as the switch shows it. */
export const LANGUAGE_NAMES: { readonly [L in Language]: string } = { en: 'English', fil: 'Filipino' }

const KEPT_UNDER = 'araro.language'

// Initialised here and not in main.tsx, because every file of words registers itself while it is loaded.
void i18next.use(initReactI18next).init({
  lng: keptLanguage(),
  fallbackLng: 'en',
  resources: {},
  initAsync: false,
  // React escapes already. Escaping twice would show &amp; in names.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

function keptLanguage(): Language {
  return globalThis.localStorage?.getItem(KEPT_UNDER) === 'fil' ? 'fil' : 'en'
}

export function speak(language: Language): void {
  localStorage.setItem(KEPT_UNDER, language)
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

export function currentLanguage(): Language {
  return i18next.language === 'fil' ? 'fil' : 'en'
}
