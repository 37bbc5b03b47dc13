import * as z from 'zod'

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/**
 * Says what is wrong with a field of a call; it follows the field's name: "reason is missing". English only, because
 * only people who write scripts read it. The forms tell everybody else.
 */
function sayTrouble(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') {
    return `has what this call does not know: ${issue.keys.slice(0, 5).join(', ').slice(0, 200)}`
  }
  if (issue.input === undefined) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] && `must be ${KINDS[issue.expected]}`
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`
    case 'invalid_union':
      return issue['options'] ? `must be ${(issue['options'] as string[]).join(' or ')}` : 'does not fit'
    case 'too_big':
      return `${HAS[issue.origin] ?? 'must be'} at most ${issue.maximum}${OF[issue.origin] ?? ''}`
    case 'too_small':
      return `${HAS[issue.origin] ?? 'must be'} at least ${issue.minimum}${OF[issue.origin] ?? ''}`
    default:
      return undefined
  }
}

const HAS: Readonly<Record<string, string>> = { array: 'must have' }
const OF: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' }

/** A message given with a shape takes precedence over these. */
z.config({ customError: sayTrouble })
