import { readFilter } from './filter.rules.js';

const URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const ANNA = {
  id: 'Ab',
  userName: 'Anna',
  active: true,
  emails: [
    { type: 'work', value: 'a@example.com' },
    { type: 'home', value: 'h@example.com' },
  ],
  groups: [],
  [URN]: { department: 'East' },
};
const fits = (filter: string) => readFilter(filter)(ANNA);

describe('a filter', () => {
  it.each([
    'USERNAME eq "anna"',
    'userName sw "AN" and userName ew "na" and userName co "nn"',
    'active eq True',
    'id eq "Ab"',
    'emails[type eq "work" and value sw "a@"]',
    'emails.type eq "home"',
    'userName eq "x" or active eq true and id pr',
    'not (active eq false)',
    'title eq null',
    'userName ne null',
    `${URN}:department eq "east"`,
    'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "anna"',
  ])('finds %s', (filter) => expect(fits(filter)).toBe(true));

  it.each([
    'id eq "ab"',
    'emails[type eq "work" and value sw "h@"]',
    'groups pr',
    'title ne null',
    'userName gt 3',
    '(userName eq "anna" or active eq true) and id eq "x"',
  ])('does not find %s', (filter) => expect(fits(filter)).toBe(false));

  it.each([
    '',
    'userName',
    'userName is "a"',
    'userName eq',
    '(id pr',
    'id pr id',
    'id eq "a',
    'id eq abc',
    'userName eq "\\u0000"',
    'not id pr',
  ])('cannot be read: %s', (filter) => expect(() => readFilter(filter)).toThrow('The filter cannot be read'));

  it('has a longest length', () => {
    expect(() => readFilter(`id eq "${'a'.repeat(2_000)}"`)).toThrow('it is too long');
    expect(() => readFilter(`${'('.repeat(1_000)}id pr${')'.repeat(990)}`)).toThrow('“)” is missing');
  });
});
