import { areTwoCustomers, lineOf, type CallOfNumber } from './one-customer.rules.js';
import { readNumber } from './telephone-number.rules.js';

describe('a number by which a customer is known again', () => {
  it.each([
    ['13800002046', '+8613800002046'],
    ['01062345678', '+861062345678'],
    ['+1 604 555 0147', '+16045550147'],
    ['+44 20 7946 0018', '+442079460018'],
  ])('is that of one line: %s', (text, e164) => {
    expect(lineOf(readNumber(text, 'CN'))).toBe(e164);
  });

  it.each([
    ['anonymous'],
    ['10086'],
    ['95588'],
    ['+8695588'],
    ['+8612345678'],
    ['4008123123'],
    ['+1 800 555 0100'],
    ['911'],
  ])('is none of a service, none that is short, and none that is withheld: %s', (text) => {
    expect(lineOf(readNumber(text, 'CN'))).toBeNull();
  });
});

describe('two calls from one number', () => {
  const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 30, 9, minute));
  const call = (over: Partial<CallOfNumber> = {}): CallOfNumber => ({
    ...{ startedAt: at(0), endedAt: at(10), matterId: null, customer: null },
    ...over,
  });
  const later = { startedAt: at(5), endedAt: at(15) };

  it.each<[string, Partial<CallOfNumber>, Partial<CallOfNumber>, boolean]>([
    ['of two matters at one time', { matterId: 'a' }, { ...later, matterId: 'b' }, true],
    ['of two names at one time', { customer: '顾**' }, { ...later, customer: '钱**' }, true],
    ['of one name at one time', { customer: '顾**' }, { ...later, customer: '顾**' }, false],
    ['of one matter at one time', { matterId: 'a' }, { ...later, matterId: 'a' }, false],
    ['one after the other', { matterId: 'a' }, { startedAt: at(10), endedAt: at(15), matterId: 'b' }, false],
    ['of which one tells nothing', { matterId: 'a' }, later, false],
    ['of a name and of the number itself', { customer: '顾**' }, { ...later, customer: '138****2046' }, false],
    ['of which one has no end', { matterId: 'a', endedAt: null }, { ...later, matterId: 'b' }, false],
  ])('%s', (_, one, other, two) => {
    expect(areTwoCustomers(call(one), call(other))).toBe(two);
    expect(areTwoCustomers(call(other), call(one))).toBe(two);
  });
});
