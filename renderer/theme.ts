import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The green of young rice. Shade 7 on white and white on shade 7 both pass 4.5 : 1. */
const rice: MantineColorsTuple = [
  '#edf8f0',
  '#dbeee1',
  '#b5dcc2',
  '#8ccaa1',
  '#69ba84',
  '#4aa56a',
  '#2f8a50',
  '#1f6b3a',
  '#175630',
  '#0f4224',
]

export const theme = createTheme({
  primaryColor: 'rice',
  primaryShade: { light: 7, dark: 7 },
  colors: { rice },
  black: '#16211a',
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // A dialog's header must not count as the page's banner; only the frame's header does.
  components: {
    Modal: {
      defaultProps: {
        yOffset: 'var(--araro-beside-dialogs)',
        attributes: { header: { role: 'presentation' } },
        // What is closed is gone at once: the next Escape is for what lay behind it.
        transitionProps: { exitDuration: 0 },
      },
    },
  },
  // The typeface comes with Araro, so that every office sees the same screens.
  fontFamily: '"Inter Variable", sans-serif',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
      h5: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
})

/**
 * Mantine's own dimmed, placeholder and error colours have less contrast than 4.5 : 1. These reach it in both
 * schemes.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55605a',
    '--mantine-color-placeholder': '#646f69',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#1f6b3a',
    '--mantine-color-default-border': '#8b968f',
    '--mantine-color-disabled-color': '#6a746e',
    '--araro-line': '#dfe5e1',
    '--araro-ground': '#f5f7f5',
    '--araro-good-ground': '#e5f5ea',
    '--araro-good-text': '#125029',
    '--araro-bad-ground': '#fdeceb',
    '--araro-bad-text': '#8c1d17',
    '--araro-warn-ground': '#fff3d6',
    '--araro-warn-text': '#6b4700',
  },
  dark: {
    '--mantine-color-body': '#171c19',
    '--mantine-color-text': '#dfe6e1',
    '--mantine-color-dimmed': '#a9b4ad',
    '--mantine-color-placeholder': '#98a39c',
    '--mantine-color-error': '#ffa8a1',
    '--mantine-color-anchor': '#8ccaa1',
    '--mantine-color-default': '#222925',
    '--mantine-color-default-hover': '#2b332e',
    '--mantine-color-default-border': '#5f6b64',
    '--mantine-color-disabled-color': '#8d9891',
    '--araro-line': '#333c37',
    '--araro-ground': '#101412',
    '--araro-good-ground': '#12311e',
    '--araro-good-text': '#a6e3b9',
    '--araro-bad-ground': '#3d1714',
    '--araro-bad-text': '#ffb9b3',
    '--araro-warn-ground': '#3a2c07',
    '--araro-warn-text': '#ffd983',
  },
})
