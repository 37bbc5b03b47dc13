/**
 * Sign-ins that have ended but are still in the file, because it could not be written when their windows signed out.
 * Their tokens are not accepted any more. They are deleted after the next write that the disk takes. If the program
 * ends first, such a sign-in is good again for whoever kept its token; the window that signed out did not.
 */
export type EndedSignIns = {
  has(tokenHash: string): boolean
  end(tokenHash: string): void
  /** To be called after each commit: the file can be written again. Never throws. */
  deleteInFile(): void
}

/** @param write deletes them in the file */
export function createEndedSignIns(write: (tokenHashes: string[]) => Promise<void>): EndedSignIns {
  const ended = new Set<string>()
  let deleting = false

  async function deleteAll(): Promise<void> {
    const tokenHashes = [...ended]
    deleting = true
    try {
      await write(tokenHashes)
      for (const tokenHash of tokenHashes) ended.delete(tokenHash)
    } catch {
      // The next commit tries again.
    } finally {
      deleting = false
    }
  }

  return {
    has: tokenHash => ended.has(tokenHash),
    end: tokenHash => void ended.add(tokenHash),
    deleteInFile() {
      if (ended.size > 0 && !deleting) void deleteAll()
    },
  }
}
