import { expect, it } from '@jest/globals';
import { DomainError } from '../errors/domain-error.js';
import { isDiskFull } from './disk-full.js';

const coded = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

it('a full disk is known through what wraps it', () => {
  expect([coded('ENOSPC'), coded('EDQUOT'), coded('53100')].map(isDiskFull)).toEqual([true, true, true]);
  expect(isDiskFull(new DomainError('x', 'internal', { zh: '', en: '' }, { cause: coded('ENOSPC') }))).toBe(true);
  expect(isDiskFull(Object.assign(new Error('query'), { driverError: coded('53100') }))).toBe(true);
  expect([coded('EACCES'), new Error('ENOSPC'), undefined, 'ENOSPC'].map(isDiskFull)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
