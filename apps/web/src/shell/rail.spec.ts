import { expect, it } from '@jest/globals';
import { entriesFor, placed } from './rail.rules.js';

const house: { to: string; needs?: 'people.manage' | 'recertification.read'; after?: string; module?: string }[] = [
  { to: '/home' },
  { to: '/people', needs: 'people.manage' },
  { to: '/company' },
];
const own = [{ to: '/rights', after: '/people', module: 'rights', needs: 'recertification.read' as const }];
const all = placed(house, own);
const seen = (me: Parameters<typeof entriesFor>[1]) => entriesFor(all, me).map(({ to }) => to);

it('an entry of a module stands where it says, for those who may, and not while the module is off', () => {
  const permissions = ['people.manage', 'recertification.read'] as const;
  expect(seen({ permissions: [...permissions], modulesOff: [] })).toEqual(['/home', '/people', '/rights', '/company']);
  expect(seen({ permissions: ['people.manage'], modulesOff: [] })).toEqual(['/home', '/people', '/company']);
  expect(seen({ permissions: [...permissions], modulesOff: ['rights'] })).toEqual(['/home', '/people', '/company']);
});
