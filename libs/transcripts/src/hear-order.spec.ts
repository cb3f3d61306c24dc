import { firstToHear, isShort } from './hear-order.rules.js';

const MINUTE = 60_000;
const waits = (id: string, atMinute: number, minutes: number) => ({
  ...{ id, durationMs: minutes * MINUTE },
  dueAt: new Date(Date.UTC(2026, 2, 12, 9) + atMinute * MINUTE),
});
/** The order in which all of them are heard, if no other comes. */
function order(...all: ReturnType<typeof waits>[]): string {
  const left = [...all];
  const heard: string[] = [];
  for (let next = firstToHear(left); next; next = firstToHear(left)) {
    heard.push(next.id);
    left.splice(left.indexOf(next), 1);
  }
  return heard.join(' ');
}

describe('the order in which recordings are heard', () => {
  it('lets a short one pass longer ones that came shortly before', () => {
    expect(order(waits('long', 0, 4), waits('longer', 0.1, 6), waits('short', 1, 0.15))).toBe('short long longer');
    expect(order(waits('a', 0, 3), waits('b', 1, 3), waits('c', 2, 3))).toBe('a b c');
    expect(order(waits('b', 0, 3), waits('a', 0, 3))).toBe('a b');
    expect(firstToHear([])).toBeNull();
  });

  it('knows which may be heard beside a long one', () => {
    expect([waits('a', 0, 0.15), waits('b', 0, 2), waits('c', 0, 2.01)].map(isShort)).toEqual([true, true, false]);
  });

  it('holds no long one up for ever, however many short ones come', () => {
    const short = Array.from({ length: 90 }, (_, minute) => waits(`s${minute}`, minute, 0.1));
    const place = order(waits('hour', 0, 60), ...short)
      .split(' ')
      .indexOf('hour');
    // Those of its first hour pass, and no later one.
    expect(place).toBe(60);
  });
});
