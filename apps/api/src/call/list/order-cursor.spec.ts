import { readOrderCursor, writeOrderCursor, type OrderCursor } from './order-cursor.rules.js';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const cursor: OrderCursor = {
  ...{ sort: 'worst', value: '1034.1666666666667', startedAtMicros: '1764000000123456' },
  ...{ callId: id(1), legId: id(2) },
};

describe('where a page of an order ended', () => {
  it.each([cursor, { ...cursor, value: null }, { ...cursor, value: '1e-05' }])('is written and read: %j', (one) => {
    expect(readOrderCursor(writeOrderCursor(one), 'worst')).toEqual(one);
  });

  it('is none in another order, and none where it was made up', () => {
    expect(readOrderCursor(writeOrderCursor(cursor), 'longest')).toBeNull();
    expect(readOrderCursor('MTIz', 'worst')).toBeNull();
    expect(readOrderCursor(writeOrderCursor({ ...cursor, value: '1.2.3' }), 'worst')).toBeNull();
    expect(readOrderCursor(writeOrderCursor({ ...cursor, value: "1' or '1" }), 'worst')).toBeNull();
  });

  it('fits into an address', () => {
    const longest = { ...cursor, sort: 'silence_shortest' as const, value: '-12345678901234567890.1234' };
    expect(writeOrderCursor(longest).length).toBeLessThanOrEqual(300);
  });
});
