import { readNumber } from './telephone-number.rules.js';

describe('a telephone number', () => {
  it.each([
    ['13800002046', null, '+8613800002046'],
    ['86 138 0000 2046', null, '+8613800002046'],
    ['008613800002046', null, '+8613800002046'],
    ['+86 10 6552 9988', null, '+861065529988'],
    ['010-65529988', null, '+861065529988'],
    ['0755 8812 3456', null, '+8675588123456'],
    ['4008123456', 'CN', '+864008123456'],
    ['12025550143', null, '+12025550143'],
    ['(202) 555-0143', null, '+12025550143'],
    ['01112025550143', null, '+12025550143'],
    ['+442079460000', null, '+442079460000'],
  ] as const)('%s dialled in %s is %s', (text, home, e164) => {
    expect(readNumber(text, home)?.e164 ?? null).toBe(e164);
  });

  it('that both plans have is decided by where it was dialled, or by nothing', () => {
    expect(readNumber('13802345678')).toEqual({ withheld: false, e164: null, digits: '13802345678' });
    expect(readNumber('13802345678', 'CN')?.e164).toBe('+8613802345678');
    expect(readNumber('13802345678', 'US')?.e164).toBe('+13802345678');
  });

  it.each(['10086', '95588', '911', '103'])('%s is known by its digits alone', (text) => {
    expect(readNumber(text, 'CN')).toEqual({ withheld: false, e164: null, digits: text });
  });

  it.each(['anonymous', 'Restricted', 'unavailable'])('%s is withheld', (text) => {
    expect(readNumber(text)).toEqual({ withheld: true, e164: null, digits: null });
  });

  it.each(['', 'trunk', 's', 'sip:101@here'])('%j is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});
