import { maskCustomer } from './customer-mask.rules.js';

describe('masking a customer', () => {
  it.each([
    [{ number: '138 0000 2046' }, '138****2046'],
    [{ number: '+1 (617) 555-2046' }, '161****2046'],
    [{ number: '12345' }, '*****'],
    [{ name: '陈美玲' }, '陈**'],
    [{ name: 'Maria Elena Chen' }, 'M. C***'],
    [{ name: 'Prince' }, 'P***'],
    [{ name: '陈美玲', number: '13800002046' }, '陈** 138****2046'],
    [{}, null],
  ])('%j → %s', (customer, masked) => {
    expect(maskCustomer(customer)).toBe(masked);
  });
});
