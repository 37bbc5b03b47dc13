import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the board is being printed: then all of it is drawn, and not only what is in view, in black on white. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const page = document.documentElement
    const scheme = page.dataset.mantineColorScheme
    function before(): void {
      page.dataset.mantineColorScheme = 'light'
      flushSync(() => setPrinting(true))
    }
    function after(): void {
      if (scheme !== undefined) page.dataset.mantineColorScheme = scheme
      setPrinting(false)
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return printing
}
