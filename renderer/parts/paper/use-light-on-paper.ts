import { useEffect } from 'react'

/** Paper is white, whichever colours the screen has. */
export function useLightOnPaper(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    let scheme = dataset['mantineColorScheme']
    function before(): void {
      scheme = dataset['mantineColorScheme']
      dataset['mantineColorScheme'] = 'light'
    }
    function after(): void {
      if (scheme !== undefined) dataset['mantineColorScheme'] = scheme
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
}
