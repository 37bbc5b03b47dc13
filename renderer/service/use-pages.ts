import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { CallName } from '#calls/contract'
import { callOffice, type InputOf, type OutputOf } from './calls-by-name.ts'

type PagedName = {
  [Name in CallName]: OutputOf<Name> extends { nextCursor: string | null } ? Name : never
}[CallName]

/** A list that grows by `fetchNextPage`. A change reloads its pages. */
export function usePages<Name extends PagedName>(name: Name, input: Omit<InputOf<Name>, 'cursor'>) {
  const [group, call] = name.split('.')
  return useInfiniteQuery({
    queryKey: [group, call, 'pages', input],
    queryFn: ({ signal, pageParam }): Promise<OutputOf<Name>> => {
      const asked = { ...input, ...(pageParam ? { cursor: pageParam } : {}) } as InputOf<Name>
      return callOffice(name, asked, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: page => (page as { nextCursor: string | null }).nextCursor,
    placeholderData: keepPreviousData,
  })
}
