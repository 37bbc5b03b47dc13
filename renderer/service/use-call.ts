import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { CallName } from '#calls/contract'
import { callOffice, type InputOf, type OutputOf } from './calls-by-name.ts'

type Options = {
  /** Not asked while false: the form is not ready, or the role may not. */
  enabled?: boolean
  /** Goes on showing the last answer while the input changes, as a list does while its filter is typed. */
  keepPrevious?: boolean
  /** Read again although nothing changed: availability is never taken from memory. */
  alwaysFresh?: boolean
}

/** Asks the office, and asks again whenever a change touches the answer. Key: [group, call, input]. */
export function useCall<Name extends CallName>(name: Name, input: InputOf<Name>, options: Options = {}) {
  return useQuery({
    ...callQuery(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.alwaysFresh ? { staleTime: 0, gcTime: 0 } : {}),
  })
}

/** The same as options, for `queryClient.fetchQuery` and `useInfiniteQuery`. */
export function callQuery<Name extends CallName>(name: Name, input: InputOf<Name>) {
  const [group, call] = name.split('.')
  return queryOptions({
    queryKey: [group, call, input] as const,
    queryFn: ({ signal }): Promise<OutputOf<Name>> => callOffice(name, input, { signal }),
  })
}
