import { type ArgsOf, useCommand } from '../../commands/use-command.ts'
import type { CommandName, OutputOf } from '../../service/calls-by-name.ts'

/** The field that only a change has: the id of the record to change. */
type IdOf<Add extends CommandName, Change extends CommandName> = Exclude<
  keyof ArgsOf<Change>,
  keyof ArgsOf<Add> | 'version'
> &
  string

type Seen = { id: string; version: number }

/** `send` for a form that adds or changes a record, where both commands take the same fields. */
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
