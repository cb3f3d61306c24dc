import { expect, it } from '@jest/globals';
import { isDatabaseAway } from './database-away.js';

const URL_OF_IT = 'postgres://shouwen_runtime:secret@db.example:5433/shouwen';
const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });
const query = (driverError: Error) => Object.assign(new Error('query failed'), { driverError });
const away = (error: unknown) => isDatabaseAway(error, URL_OF_IT);

it('a database that is away, stops, starts or broke the connection is known through what wraps it', () => {
  const errors = [
    ...['57P01', '57P02', '57P03', '08006', '08P01'].map((code) => coded(code)),
    query(coded('57P01')),
    query(coded('ECONNRESET')),
    query(new Error('Connection terminated unexpectedly')),
    new Error('Connection terminated due to connection timeout'),
    new Error('Client has encountered a connection error and is not queryable'),
    coded('ECONNREFUSED', { port: 5433 }),
    Object.assign(coded('ECONNREFUSED'), { errors: [coded('ECONNREFUSED', { port: 5433 })] }),
    new Error('could not be read', { cause: coded('57P03') }),
  ];
  expect(errors.filter((error) => !away(error))).toEqual([]);
  expect(isDatabaseAway(coded('ECONNREFUSED', { port: 5432 }), 'postgres://db.example/shouwen')).toBe(true);
});

it('another server that is away, and a query that went wrong, are not taken for it', () => {
  const errors = [
    coded('ECONNREFUSED', { port: 9000 }),
    coded('ECONNRESET'),
    query(coded('23505')),
    query(coded('57014')),
    query(coded('53100')),
    new Error('57P03'),
    undefined,
    '57P03',
  ];
  expect(errors.filter(away)).toEqual([]);
});
