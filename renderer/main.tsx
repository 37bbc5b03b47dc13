import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './araro.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Messages } from './frame/messages.tsx'
import { queryClient } from './service/query-client.ts'
import { giveNonceToStyles, styleNonce } from './style-nonce.ts'
import { cssVariables, theme } from './theme.ts'
import { refuseMarkup } from './trusted-types.ts'
import { currentLanguage } from './words/language.ts'

refuseMarkup()
giveNonceToStyles()
document.documentElement.lang = currentLanguage()

createRoot(document.getElementById('root')!).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    defaultColorScheme="auto"
    getStyleNonce={() => styleNonce() ?? ''}
  >
    <QueryClientProvider client={queryClient}>
      <Messages />
      <App />
    </QueryClientProvider>
  </MantineProvider>,
)
