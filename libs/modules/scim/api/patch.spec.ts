import { patched, patchSchema, type Resource } from './patch.rules.js';

const ANNA: Resource = {
  userName: 'anna',
  active: true,
  name: { givenName: 'Anna' },
  emails: [
    { type: 'work', value: 'a@example.com' },
    { type: 'home', value: 'h@example.com' },
  ],
  members: [{ value: '1' }, { value: '2' }],
};
const after = (...Operations: unknown[]) => patched(ANNA, patchSchema.parse({ Operations }).Operations);

describe('what a resource is after a patch', () => {
  it('takes operations in any case, with a path and without', () => {
    expect(after({ op: 'Replace', path: 'ACTIVE', value: false })).toEqual({ ...ANNA, active: false });
    expect(after({ op: 'add', value: { 'name.familyName': 'Li' } })['name']).toEqual({
      givenName: 'Anna',
      familyName: 'Li',
    });
    expect(ANNA['active']).toBe(true);
  });

  it('reaches members of a list by a filter, and makes the one that is missing', () => {
    const [work, home] = ANNA['emails'] as unknown[];
    expect(after({ op: 'replace', path: 'emails[type eq "home"].value', value: 'n' })['emails']).toEqual([
      work,
      { type: 'home', value: 'n' },
    ]);
    expect(after({ op: 'remove', path: 'emails[type eq "work"]' })['emails']).toEqual([home]);
    expect(after({ op: 'add', path: 'emails[type eq "other"].value', value: 'o' })['emails']).toContainEqual({
      type: 'other',
      value: 'o',
    });
  });

  it('removes the named members, and none else', () => {
    expect(after({ op: 'remove', path: 'members', value: [{ value: '1' }] })['members']).toEqual([{ value: '2' }]);
    expect(after({ op: 'add', path: 'members', value: { value: '3' } })['members']).toHaveLength(3);
  });

  it('writes extensions', () => {
    const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
    expect(after({ op: 'add', path: `${urn}:department`, value: 'A' })[urn]).toEqual({ department: 'A' });
    expect(after({ op: 'add', value: { [urn]: { department: 'B' } } })[urn]).toEqual({ department: 'B' });
  });

  it('refuses what names nothing', () => {
    expect(() => after({ op: 'remove' })).toThrow('A remove needs a path.');
    expect(() => after({ op: 'replace', path: 'emails[value co "nowhere"]', value: {} })).toThrow('Nothing is there');
    expect(() => after({ op: 'replace', path: ']', value: 1 })).toThrow('cannot be read');
  });

  it.each(['__proto__.spoilt', 'name.__proto__.spoilt', '__PROTO__.spoilt', 'emails[type eq "work"].__proto__'])(
    'never reaches what all objects share: %s',
    (path) => {
      try {
        expect(() => after({ op: 'add', path, value: { spoilt: true } })).toThrow('cannot be read');
        expect(() => after({ op: 'add', value: { [path]: true } })).toThrow('cannot be read');
        expect(({} as Resource)['spoilt']).toBeUndefined();
      } finally {
        delete (Object.prototype as Resource)['spoilt'];
      }
    },
  );
});
