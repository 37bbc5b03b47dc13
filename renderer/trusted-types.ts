type PolicyRules = { createHTML: (text: string) => string }
type PolicyFactory = { createPolicy: (name: string, rules: PolicyRules) => unknown }

/**
 * The page's only way to make HTML from text. Lets libraries assign plain text to innerHTML (mostly style sheets)
 * and refuses markup, so that a member called `<img onerror=…>` is always shown as text.
 */
export function refuseMarkup(): void {
  const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes
  factory?.createPolicy('default', {
    createHTML(text) {
      if (/[<&]/.test(text)) throw new TypeError('Araro makes no HTML from text.')
      return text
    },
  })
}
