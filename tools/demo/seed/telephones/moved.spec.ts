import { moved } from './moved.rules.js';

const DAY = 24 * 60 * 60;

describe('records that are moved', () => {
  it('keep what they tell of, at another time', () => {
    const cel = '"ANSWER","2026-01-15T01:13:00.000621+0000","+14155550119","pbx1-1768439580.719"';
    expect(moved(cel, DAY)).toBe('"ANSWER","2026-01-16T01:13:00.000621+0000","+14155550119","pbx1-1768525980.719"');
    expect(moved('1768439586|pbx1-1768439580.719|cards|NONE|ENTERQUEUE||+14155550119|1', 60)).toBe(
      '1768439646|pbx1-1768439640.719|cards|NONE|ENTERQUEUE||+14155550119|1',
    );
  });
});
