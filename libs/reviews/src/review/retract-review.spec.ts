import { isTheirs } from './retract-review.service.js';

describe('whose a review is', () => {
  it('is its author’s, and also the person’s in whose place a deputy wrote it', () => {
    expect(isTheirs({ authorPersonId: 'A' }, 'A')).toBe(true);
    const written = { authorPersonId: 'deputy', forPersonId: 'A' };
    expect([isTheirs(written, 'A'), isTheirs(written, 'deputy'), isTheirs(written, 'B')]).toEqual([true, true, false]);
  });

  it('is not the absent person’s where the deputy wrote it as themselves', () => {
    expect(isTheirs({ authorPersonId: 'deputy', forPersonId: null }, 'A')).toBe(false);
  });
});
