import type { CommandName, OutputOf } from '../../service/calls-by-name.ts'
import { type ArgsOf, useCommand } from '../../service/use-command.ts'

/** What a change says besides what adding says: which record, and the version that was seen. */
type IdOf<Add extends CommandName, Change extends CommandName> = Exclude<
  keyof ArgsOf<Change>,
  keyof ArgsOf<Add> | 'version'
> &
  string

type Seen = { id: string; version: number }

/** The `send` of a form that adds a record or changes one: the two commands take the same fields. */
export function useAddOrChange<Add extends CommandName, Change extends CommandName>(
  addName: Add,
  changeName: Change,
  id: IdOf<Add, Change>,
) {
  const add = useCommand(addName)
  const change = useCommand(changeName)
  return (fields: ArgsOf<Add>, seen: Seen | null): Promise<OutputOf<Add> | OutputOf<Change> | undefined> =>
    seen
      ? change.run({ ...fields, [id]: seen.id, version: seen.version } as unknown as ArgsOf<Change>)
      : add.run(fields)
}
