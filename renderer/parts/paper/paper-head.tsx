import type { ReactNode } from 'react'
import type { OutputOf } from '../../service/calls-by-name.ts'
import { useCall } from '../../service/use-call.ts'
import './paper-head.css'

/** The cooperative as its papers name it. */
export type OnPaper = Pick<OutputOf<'settings.papers'>, 'name' | 'address' | 'lines' | 'logo'>

/** What stands at the head of papers; undefined until it is known. */
export function useOnPaper(): OnPaper | undefined {
  return useCall('settings.papers', {}).data
}

/** The head of everything that is printed (D7): whose paper it is, and beside it what paper it is. On paper only. */
export function PaperHead({ children }: { children?: ReactNode }) {
  const office = useOnPaper()
  return (
    <header className="araro-paper-head" aria-hidden>
      {office ? <PaperName office={office} /> : null}
      {children ? <div className="araro-paper-what">{children}</div> : null}
    </header>
  )
}

/** The logo, name, address and further lines. */
export function PaperName({ office: { name, address, lines, logo } }: { office: OnPaper }) {
  return (
    <div className="araro-paper-name">
      {logo ? <img src={logo} alt="" decoding="sync" /> : null}
      <div>
        <strong>{name}</strong>
        {[address, lines].map(text => (text.trim() === '' ? null : <p key={text}>{text}</p>))}
      </div>
    </div>
  )
}
