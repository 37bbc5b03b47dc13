type PolicyRules = { createHTML: (text: string) => string }
type PolicyFactory = { createPolicy: (name: string, rules: PolicyRules) => unknown }

/**
 * Text that libraries hand to innerHTML (style sheets, mostly) may pass; markup may not. With this as the page's only
 * way to make HTML from text, a member called `<img onerror=…>` cannot become anything but text.
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
