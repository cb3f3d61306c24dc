import { mayWatch } from './ways.rules.js';

const GROUNDS = { allowed: ['/srv/calls', '/mnt/pbx'], own: ['/srv/calls/.data'] };

it.each([
  ['/srv/calls', false],
  ['/srv/calls/pbx-1', true],
  ['/mnt/pbx', true],
  ['/mnt/pbx/', true],
  ['/mnt/pbx2', false],
  ['/mnt/pbx/../etc', false],
  ['/srv/calls/.data/objects', false],
  ['/', false],
  ['mnt/pbx', false],
])('%s may be watched: %s', (path, may) => {
  expect(mayWatch(path, GROUNDS)).toBe(may);
});
