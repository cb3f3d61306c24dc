import { outlookOf, type HearingFigures } from './hearing-outlook.rules.js';

const HOUR = 3_600_000;
/** One recording at a time, in a quarter of its length. */
const FIGURES: HearingFigures = {
  ...{ recordings: 3, waitingMs: HOUR, busiestHourMs: 2 * HOUR },
  ...{ soundMs: 40_000, heardMs: 10_000, slots: 1 },
};

it.each([
  ['one at a time', {}, 900, true],
  ['two at once, each slower for it', { slots: 2, heardMs: 16_000 }, 720, true],
  ['more than can be heard comes', { busiestHourMs: 5 * HOUR }, 900, false],
  ['nothing waits', { waitingMs: 0, recordings: 0 }, 0, true],
])('tells when the backlog ends and whether the machine keeps up: %s', (_what, change, endsInSeconds, keepsUp) => {
  expect(outlookOf({ ...FIGURES, ...change })).toMatchObject({ endsInSeconds, keepsUp });
});

it.each([
  ['nothing was heard yet', { soundMs: 0, heardMs: 0 }],
  ['no worker is there', { slots: 0 }],
])('says nothing where %s', (_what, change) => {
  expect(outlookOf({ ...FIGURES, ...change })).toBeNull();
});
