import fc from 'fast-check';
import { readCursor, writeCursor } from './cursor.rules.js';

describe('the cursor of a list', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e16 }), fc.uuid(), (micros, callId) => {
        const cursor = { startedAtMicros: String(micros), callId };
        expect(readCursor(writeCursor(cursor))).toEqual(cursor);
      }),
      { seed: 3 },
    );
  });

  it('is null for anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => readCursor(text) === null),
      { seed: 4 },
    );
  });
});
