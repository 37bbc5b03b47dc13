import { workerData } from 'node:worker_threads'
import { prepareDataFolder } from '#shell/data-folder/data-folder'

// Prepares each folder at the same instant as the other workers do: each counts up before the next folder, and waits until
// all have.

const { folders, workers, counter } = workerData as {
  folders: readonly string[]
  workers: number
  counter: Int32Array
}
folders.forEach((folder, turn) => {
  Atomics.add(counter, 0, 1)
  while (Atomics.load(counter, 0) < (turn + 1) * workers);
  prepareDataFolder(folder)
})
