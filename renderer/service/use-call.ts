import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import type { CallName } from '#calls/contract'
import { callOffice, type InputOf, type OutputOf } from './calls-by-name.ts'

type Options = {
  /** False: do not ask yet, because the form is not ready or the role lacks the permission. */
  enabled?: boolean
  /** Keep the last answer while the input changes, as in a list while its filter is typed. */
  keepPrevious?: boolean
  /** Ask again even if nothing changed. Used for availability, which is never taken from the cache. */
  alwaysFresh?: boolean
}

/** Makes a call, and repeats it whenever a change affects its answer. Key: [group, call, input]. */
export function useCall<Name extends CallName>(name: Name, input: InputOf<Name>, options: Options = {}) {
  return useQuery({
    ...callQuery(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.alwaysFresh ? { staleTime: 0, gcTime: 0 } : {}),
  })
}

/** Query options for a call, as `queryClient.fetchQuery` takes them. */
export function callQuery<Name extends CallName>(name: Name, input: InputOf<Name>) {
  const [group, call] = name.split('.')
  return queryOptions({
    queryKey: [group, call, input] as const,
    queryFn: ({ signal }): Promise<OutputOf<Name>> => callOffice(name, input, { signal }),
  })
}
