export type MemberRefusal =
  | { reason: 'member-not-verified'; memberId: string; memberName: string }
  | { reason: 'member-suspended'; memberId: string; memberName: string; why: string }
  | { reason: 'number-taken'; number: string; memberName: string }
  /** `lines`: the first bad ones; `bad`: how many there are. */
  | { reason: 'bad-lines'; lines: BadLine[]; bad: number; good: number }

/** A line of a pasted list that cannot be added. Lines are counted from 1. */
export type BadLine = { line: number; text: string; problem: BadLineProblem }
export type BadLineProblem =
  | 'no-number'
  | 'no-tabs'
  | 'no-name'
  | 'number-taken'
  | 'number-twice'
  | 'too-many-columns'
  | 'too-long'
  | 'control-characters'
