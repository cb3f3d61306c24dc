import { DEFAULT_COMPLETENESS } from '#contracts';
import { findGaps } from './gaps.rules.js';
import { type KnownCall, type KnownLeg, type KnownRecording } from './known-call.rules.js';

const MINUTE = 60_000;
const start = Date.parse('2026-03-12T06:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000);
/** Well after every term. */
const later = at(6 * 3600);

const leg = (over: Partial<KnownLeg> = {}): KnownLeg => ({
  ...{
    id: 'leg',
    kind: 'agent',
    outcome: 'answered',
    personId: 'first',
    teamId: 'team',
    inRecords: true,
    captured: null,
    scored: true,
    holdMs: null,
  },
  ...{ beganAt: at(0), answeredAt: at(10), endedAt: at(190), ...over },
});
const recording = (over: Partial<KnownRecording> = {}): KnownRecording => ({
  ...{ id: 'recording', legId: 'leg', custody: 'sealed', destroying: false, restricted: false, incomplete: false },
  ...{ durationMs: 180_000, beganAt: at(10), createdAt: at(200), findings: [], undecoded: [], wordsAt: at(300) },
  ...{ split: false, partOfId: null, partFromMs: null, barred: null, ...over },
});
/** Another agent, to whom the call was handed on. */
const SECOND = leg({ id: 'other', personId: 'second', beganAt: at(192), answeredAt: at(200), endedAt: at(260) });
const call = (over: Partial<KnownCall> = {}): KnownCall => ({
  ...{ id: 'call', stage: 'scored', startedAt: at(0), excluded: false, othersInRecords: false },
  ...{ legs: [leg()], recordings: [recording()], ...over },
});
const found = (over: Partial<KnownCall>, now = later) => findGaps(call(over), DEFAULT_COMPLETENESS, now);
const kinds = (over: Partial<KnownCall>, now = later) => found(over, now).gaps.map(({ kind }) => kind);

describe('what is missing of a call', () => {
  it('is nothing where everything is there', () => {
    expect(found({})).toEqual({
      gaps: [],
      legs: [{ legId: 'leg', teamId: 'team', recorded: true, transcribed: true, scored: true }],
      over: false,
      lookAt: null,
    });
  });

  it.each<[string, Partial<KnownCall>, string[]]>([
    ['no recording came', { recordings: [], stage: 'ended' }, ['not_recorded']],
    [
      'a second agent was not recorded',
      { legs: [leg(), leg({ id: 'other', answeredAt: at(200), endedAt: at(260) })] },
      ['not_recorded'],
    ],
    ['it is silent', { recordings: [recording({ findings: [{ finding: 'silent', channel: null }] })] }, ['empty']],
    ['it is a header alone', { recordings: [recording({ durationMs: 0, wordsAt: null })] }, ['empty']],
    [
      'one side is silent',
      { recordings: [recording({ findings: [{ finding: 'one_way', channel: 1 }] })] },
      ['one_channel_silent'],
    ],
    ['it is shorter', { recordings: [recording({ durationMs: 150_000, beganAt: null })] }, ['length_differs']],
    ['it is longer', { recordings: [recording({ durationMs: 240_000, beganAt: null })] }, ['length_differs']],
    ['it breaks off', { recordings: [recording({ durationMs: 60_000 })] }, ['ended_before_call']],
    ['the file is cut short', { recordings: [recording({ incomplete: true })] }, ['ended_before_call']],
    ['it has no words', { stage: 'sealed', recordings: [recording({ wordsAt: null })] }, ['not_transcribed']],
    ['it has no score', { stage: 'transcribed', legs: [leg({ scored: false })] }, ['not_scored']],
    [
      'no record tells of it, though of its neighbours',
      { othersInRecords: true, legs: [leg({ inRecords: false })] },
      ['recorded_without_call'],
    ],
    [
      'a file goes on with a second agent',
      { legs: [leg(), SECOND], recordings: [recording({ durationMs: 250_000 })] },
      ['several_agents'],
    ],
    [
      'a file that says nothing of its start is longer than the first talk',
      { legs: [leg(), SECOND], recordings: [recording({ beganAt: null, durationMs: 250_000 })] },
      ['several_agents'],
    ],
    [
      'a file ends with the first talk, whenever it began',
      { legs: [leg(), SECOND], recordings: [recording({ beganAt: null, durationMs: 185_000 })] },
      ['not_recorded'],
    ],
  ])('is told where %s', (_, over, expected) => expect(kinds(over)).toEqual(expected));

  it.each<[string, Partial<KnownCall>]>([
    ['must not be recorded', { excluded: true, recordings: [] }],
    ['was given up', { stage: 'given_up', recordings: [recording({ wordsAt: null })] }],
    ['was destroyed', { stage: 'destroyed', recordings: [recording({ custody: 'destroyed', wordsAt: null })] }],
    ['is being destroyed', { stage: 'sealed', recordings: [recording({ destroying: true, wordsAt: null })] }],
    [
      'is shut at the request of who was recorded',
      { stage: 'sealed', recordings: [recording({ restricted: true, wordsAt: null })] },
    ],
    ['was not answered', { stage: 'ended', recordings: [], legs: [leg({ outcome: 'no_answer', answeredAt: null })] }],
    ['was a stay in a queue', { stage: 'ended', recordings: [], legs: [leg({ kind: 'queue' })] }],
    ['goes on', { stage: 'live', recordings: [], legs: [leg({ endedAt: null })] }],
    ['was over at once', { stage: 'ended', recordings: [], legs: [leg({ endedAt: at(11) })] }],
    ['is not told of by telephone records', { stage: 'known', recordings: [], legs: [leg({ inRecords: false })] }],
    ['was recorded from the first ring', { recordings: [recording({ beganAt: null, durationMs: 190_000 })] }],
    [
      'was recorded without its hold',
      { legs: [leg({ holdMs: 40_000 })], recordings: [recording({ beganAt: null, durationMs: 140_000 })] },
    ],
    ['differs by less than is tolerated', { recordings: [recording({ beganAt: null, durationMs: 171_000 })] }],
    ['is judged by no checklist', { stage: 'scored', legs: [leg({ scored: false })] }],
    [
      "is in a file of the same agent's whole call",
      { legs: [leg(), leg({ id: 'other', answeredAt: at(100), endedAt: at(188) })] },
    ],
    [
      'was handed on, and each has a recording',
      {
        legs: [leg(), SECOND],
        recordings: [recording(), recording({ id: 'next', legId: 'other', beganAt: at(200), durationMs: 60_000 })],
      },
    ],
  ])('is nothing where it %s', (_, over) => expect(kinds(over)).toEqual([]));

  it('is told of at once where sound was captured and is no recording, and why', () => {
    const unknown = leg({ personId: null, inRecords: false, captured: 'agent_unknown' });
    expect(found({ stage: 'ended', recordings: [], legs: [unknown] }, at(191)).gaps).toEqual([
      { kind: 'not_recorded', legId: 'leg', recordingId: null, facts: { capture: 'agent_unknown' } },
    ]);
    expect(kinds({ legs: [unknown] })).toEqual([]);
  });

  it('is sound whose codec is not known, on one side or on both', () => {
    const facts = { recordedMs: 180_000, capture: 'not_decoded' };
    expect(found({ recordings: [recording({ undecoded: [1] })] }).gaps).toMatchObject([
      { kind: 'one_channel_silent', recordingId: 'recording', facts: { ...facts, channel: 1 } },
    ]);
    expect(found({ recordings: [recording({ undecoded: [0, 1] })] }).gaps).toMatchObject([{ kind: 'empty', facts }]);
  });

  it('is not missing before its time, and is looked at then', () => {
    const { recordingMinutes, workMinutes } = DEFAULT_COMPLETENESS;
    const none = { stage: 'ended' as const, recordings: [] };
    const due = new Date(at(190).getTime() + recordingMinutes * MINUTE);
    expect(found(none, new Date(due.getTime() - 1))).toMatchObject({ gaps: [], lookAt: due });
    expect(kinds(none, due)).toEqual(['not_recorded']);
    const unheard = { stage: 'sealed' as const, recordings: [recording({ wordsAt: null })] };
    expect(found(unheard, at(201)).lookAt).toEqual(new Date(at(200).getTime() + workMinutes * MINUTE));
  });

  it('waits a day for records that come as a file, where its source has sent none of that time', () => {
    const unknown = { legs: [leg({ inRecords: false })] };
    expect(found(unknown).lookAt).toEqual(new Date(at(200).getTime() + 24 * 60 * MINUTE));
    expect(found(unknown, at(200 + 25 * 3600)).lookAt).toBeNull();
  });
});
