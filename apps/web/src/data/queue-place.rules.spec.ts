import { describe, expect, it } from '@jest/globals';
import type { DrawnToReview, WaitingRow } from '#contracts';
import { drawnAddress, placeFrom, waitingAddress } from './queue-place.rules.js';

const ID = '0193a000-0000-7000-8000-000000000001';
const call = { callId: 'call', leg: 2, checklist: { id: 'standard', title: { zh: '', en: '' } } };
const placeIn = (address: string) => placeFrom(new URL(address, 'http://x').searchParams.get('queue'));

describe('a place in what is to be judged', () => {
  it('goes with the address of a waiting item, beside its second', () => {
    const row = { ...call, itemId: 'greeting', atMs: 4900, waitingId: ID } as WaitingRow;
    expect(waitingAddress(row, 'free')).toContain('/calls/call?leg=2&list=standard&item=greeting&t=4&queue=');
    expect(placeIn(waitingAddress(row, 'free'))).toEqual({ list: 'show', filter: 'free', rowId: ID });
  });

  it('goes with a drawn call, whose review is completed only by the person who has it', () => {
    const row = { ...call, assignmentId: ID, reviewer: { mine: true, name: { zh: '', en: '' } } } as DrawnToReview;
    expect(drawnAddress(row, 'mine')).toContain(`drawn=${ID}&`);
    expect(drawnAddress({ ...row, reviewer: null }, 'free')).not.toContain(`drawn=${ID}&`);
    expect(placeIn(drawnAddress(row, 'mine'))).toEqual({ list: 'drawn', filter: 'mine', rowId: ID });
  });

  it.each([null, '', 'show', `calls.all.${ID}`, `show.some.${ID}`, 'show.all.', 'show.all.x'])(
    'is none where the address says %s',
    (text) => expect(placeFrom(text)).toBeNull(),
  );
});
