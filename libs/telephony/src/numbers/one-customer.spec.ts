import { lineOf } from './one-customer.rules.js';
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
