import { impossibleTimes } from './call-times.rules.js';

const now = new Date('2026-11-27T09:00:00Z');
const at = (text: string | null): Date | null => (text === null ? null : new Date(text));

function problems(
  startedAt: string,
  alerted: string | null = null,
  answered: string | null = null,
  ended: string | null = null,
) {
  const times = {
    startedAt: new Date(startedAt),
    alertedAt: at(alerted),
    answeredAt: at(answered),
    endedAt: at(ended),
  };
  return impossibleTimes(times, now, 300_000).map(({ path }) => path);
}

describe('the times of a call', () => {
  it.each<[string, string[], string[]]>([
    [
      'as they are',
      ['2026-11-27T08:00:00Z', '2026-11-27T08:00:05Z', '2026-11-27T08:00:11Z', '2026-11-27T08:04:00Z'],
      [],
    ],
    ['of a clock that is four minutes ahead', ['2026-11-27T09:04:00Z'], []],
    ['of an old archive', ['2004-05-06T08:00:00Z'], []],
    ['of a clock that was never set', ['1970-01-01T00:00:09Z'], ['startedAt']],
    ['of a wrong year', ['2031-11-27T08:00:00Z'], ['startedAt']],
    ['of a clock that is six minutes ahead', ['2026-11-27T09:06:00Z'], ['startedAt']],
  ])('%s', (_how, [startedAt, ...rest], expected) => {
    expect(problems(startedAt!, ...rest)).toEqual(expected);
  });

  it.each<[string, (string | null)[], string[]]>([
    ['answered a day before it began', [null, '2026-11-26T08:00:11Z'], ['answeredAt']],
    ['answered before it rang', ['2026-11-27T08:00:11Z', '2026-11-27T08:00:05Z'], ['answeredAt']],
    ['ended before it was answered', [null, '2026-11-27T08:00:11Z', '2026-11-27T08:00:10Z'], ['endedAt']],
    ['ended two days later', [null, null, '2026-11-29T08:00:11Z'], ['endedAt']],
    ['rang three minutes before it began, by another clock', ['2026-11-27T07:57:00Z'], []],
  ])('%s', (_how, rest, expected) => {
    expect(problems('2026-11-27T08:00:00Z', ...rest)).toEqual(expected);
  });
});
