import { DEFAULT_COMPLETENESS } from '#contracts';
import { type KnownCall, type KnownLeg, type KnownRecording } from './known-call.rules.js';
import { isCutSo, splitOf } from './split.rules.js';

const start = Date.parse('2026-03-12T06:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000);

const leg = (id: string, from: number, to: number, over: Partial<KnownLeg> = {}): KnownLeg => ({
  ...{
    id,
    kind: 'agent',
    outcome: 'answered',
    personId: id,
    teamId: 'team',
    inRecords: true,
    scored: false,
    captured: null,
  },
  ...{ holdMs: null, beganAt: at(from - 5), answeredAt: at(from), endedAt: at(to), ...over },
});
const recording = (over: Partial<KnownRecording> = {}): KnownRecording => ({
  ...{ id: 'whole', legId: 'first', custody: 'sealed', destroying: false, restricted: false, incomplete: false },
  ...{ durationMs: 120_000, beganAt: at(0), createdAt: at(200), findings: [], undecoded: [], wordsAt: null },
  ...{ split: false, partOfId: null, partFromMs: null, barred: null, ...over },
});
const FIRST = leg('first', 1, 60);
const SECOND = leg('second', 70, 119);
const split = (legs: KnownLeg[], over: Partial<KnownRecording> = {}, others: KnownRecording[] = []) => {
  const whole = recording(over);
  const about = { id: 'call', stage: 'scored', startedAt: at(0), excluded: false, othersInRecords: false } as const;
  const call: KnownCall = { ...about, legs, recordings: [whole, ...others] };
  return splitOf(call, whole, DEFAULT_COMPLETENESS);
};
const part = (legId: string, fromMs: number, toMs: number) => ({ legId, fromMs, toMs });

describe('where a recording of several agents is cut', () => {
  it('is from answer to end of each talk, and what lies between is in no part', () => {
    expect(split([SECOND, FIRST])).toEqual({ parts: [part('first', 1_000, 60_000), part('second', 70_000, 119_000)] });
  });

  it('gives no second to two: a talk ends where the next begins', () => {
    expect(split([FIRST, leg('second', 57, 119)])).toEqual({
      parts: [part('first', 1_000, 57_000), part('second', 57_000, 119_000)],
    });
  });

  it('gives an agent who talked twice a part for each talk', () => {
    const again = leg('again', 100, 119, { personId: 'first' });
    expect(split([FIRST, leg('second', 62, 98), again])).toMatchObject({ parts: [{}, {}, { legId: 'again' }] });
  });

  it('keeps within the recording where clocks are a little apart', () => {
    expect(split([leg('first', -2, 60), leg('second', 70, 124)])).toEqual({
      parts: [part('first', 0, 60_000), part('second', 70_000, 120_000)],
    });
  });

  it('cuts nothing for an agent who has a recording of their own', () => {
    const own = recording({ id: 'own', legId: 'second' });
    expect(split([FIRST, SECOND], {}, [own])).toEqual({ parts: [part('first', 1_000, 60_000)] });
  });

  it.each<[string, KnownLeg[]]>([
    ['the second began after it', [FIRST, leg('second', 130, 180)]],
    ['the second is the same agent', [FIRST, leg('second', 70, 119, { personId: 'first' })]],
    ['the second did not answer', [FIRST, leg('second', 70, 119, { outcome: 'no_answer', answeredAt: null })]],
    ['the second was asked by the first', [FIRST, leg('second', 30, 50, { kind: 'consult' })]],
  ])('is nowhere where %s', (_, legs) => expect(split(legs)).toEqual({ parts: [] }));

  it.each<[string, string, KnownLeg[], Partial<KnownRecording>?]>([
    ['it is not told when it began', 'start_unknown', [FIRST, SECOND], { beganAt: null }],
    ['it is not told when one talked', 'times_unknown', [FIRST, leg('second', 70, 119, { endedAt: null })]],
    ['no record tells of one', 'times_unknown', [FIRST, leg('second', 70, 119, { inRecords: false })]],
    ['it is not known who one was', 'agent_unknown', [FIRST, leg('second', 70, 119, { personId: null })]],
    ['two talk at once', 'overlap', [FIRST, leg('second', 40, 119)]],
    ['one talks on after it', 'not_whole', [FIRST, leg('second', 70, 140)]],
    ['its own agent is not in it', 'not_whole', [leg('first', -60, -30), leg('third', 1, 60), SECOND]],
    ['a hold keeps it', 'held', [FIRST, SECOND], { barred: 'held' }],
    ['people have judged it', 'decided', [FIRST, SECOND], { barred: 'decided' }],
  ])('is not said where %s', (_, doubt, legs, over = {}) => expect(split(legs, over)).toEqual({ doubt }));

  it('stays where later records name the same moment more finely', () => {
    const cut = [recording({ legId: 'first', partFromMs: 1_000, durationMs: 59_000 })];
    expect(isCutSo([part('first', 1_400, 60_300)], cut)).toBe(true);
    expect(isCutSo([part('first', 3_000, 60_000)], cut)).toBe(false);
    expect(isCutSo([part('second', 1_000, 60_000)], cut)).toBe(false);
    expect(isCutSo([part('first', 1_000, 60_000), part('second', 70_000, 119_000)], cut)).toBe(false);
  });
});
