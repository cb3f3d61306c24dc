import { type KeyEntry } from '#platform';
import { judgeTombstone } from './tombstone.rules.js';

const entry = (first: KeyEntry['first'], second: KeyEntry['second']): KeyEntry => ({
  keyId: 'k',
  state: 'destroying',
  first,
  second,
});
const recording = { id: 'k', needed: true, ordered: false };
const ordered = { id: 'k', needed: true, ordered: true };
const ofPackage = { id: 'k', needed: false, ordered: false };

describe('whether a tombstone counts', () => {
  it.each([
    ['a recording, one copy', entry('destroyed', 'present'), recording, false, 'doubtful'],
    ['a recording, one copy, with something left there', entry('destroying', 'present'), recording, false, 'doubtful'],
    ['a recording, the other copy lost', entry('destroyed', 'missing'), recording, false, 'doubtful'],
    ['a recording, both copies', entry('destroyed', 'destroyed'), recording, false, 'undecided'],
    ['a recording, both copies with something left', entry('destroying', 'destroyed'), recording, false, 'undecided'],
    ['a recording whose destruction was ordered', entry('destroyed', 'present'), ordered, false, 'complete'],
    ['the same, nothing left', entry('destroyed', 'destroyed'), ordered, false, 'done'],
    ['a package of evidence, one copy', entry('destroyed', 'present'), ofPackage, false, 'doubtful'],
    ['a package of evidence, both copies', entry('destroying', 'destroyed'), ofPackage, false, 'complete'],
    ['what no row names', entry('destroyed', 'present'), undefined, false, 'complete'],
    ['what no row names since a backup', entry('destroyed', 'present'), undefined, true, 'doubtful'],
    ['what no row names, nothing left', entry('destroyed', 'destroyed'), undefined, false, 'done'],
  ] as const)('%s', (_what, found, name, sinceBackup, verdict) => {
    expect(judgeTombstone(found, name, sinceBackup)).toBe(verdict);
  });
});
