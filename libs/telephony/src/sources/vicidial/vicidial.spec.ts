import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from '../../fold/printed.rules.js';
import { readRecordingName } from './recording-name.rules.js';
import { vicidial } from './vicidial.rules.js';

const OPTIONS = { zone: 'UTC', home: 'US' as const, map: {} };
const FILES = ['vicidial_closer_log.csv', 'vicidial_log.csv'];

const records = FILES.flatMap((name) => {
  const read = vicidial.read(
    { name, text: readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8') },
    OPTIONS,
  );
  expect(read?.unread).toEqual([]);
  return read?.records ?? [];
});

describe('the call tables of VICIdial', () => {
  const calls = vicidial.calls(records, OPTIONS).map((call) => printed(call, false));

  it('tell calls that came in by how they left the queue', () => {
    expect(calls.slice(0, 3)).toMatchObject([
      {
        ...{
          customer: '+12025550143',
          direction: 'inbound',
          queue: 'SALESLINE',
          outcome: 'answered',
          hangupSide: 'customer',
        },
        legs: [
          { kind: 'queue', outcome: 'answered', answeredAt: '2026-11-30T12:00:12.000Z' },
          { kind: 'agent', extension: '6666', outcome: 'answered', ringSeconds: null, holdSpans: null },
        ],
      },
      { outcome: 'abandoned', hangupSide: 'customer', legs: [{ kind: 'queue', outcome: 'abandoned' }] },
      { outcome: 'missed', hangupSide: null, legs: [{ kind: 'queue', outcome: 'no_answer' }] },
    ]);
  });

  it('tell calls that were dialled by who took them', () => {
    expect(calls.slice(3)).toMatchObject([
      {
        direction: 'outbound',
        outcome: 'answered',
        answeredAt: null,
        hangupSide: 'agent',
        legs: [{ extension: '6666' }],
      },
      { direction: 'outbound', outcome: 'busy', hangupSide: null, legs: [] },
    ]);
  });

  it('are apart where a row names no call', () => {
    const nameless = records.slice(0, 2).map((record) => ({ ...record, body: { ...record.body, uniqueid: '' } }));
    expect(vicidial.calls(nameless, OPTIONS)).toHaveLength(2);
  });

  it('are found by their recordings', () => {
    const [inbound] = records.filter(({ kind }) => kind === 'closer_log');
    const [outbound] = records.filter(({ kind }) => kind === 'dial_log');
    const recording = (vicidial_id = '') =>
      vicidial.keysOf({ ...inbound!, kind: 'recording_log', body: { vicidial_id } });
    expect(vicidial.keysOf(inbound!)).toEqual(expect.arrayContaining(recording(inbound?.body['closecallid']).slice(1)));
    expect(recording(outbound?.body['uniqueid'])).toEqual(vicidial.keysOf(outbound!));
    expect(recording()).toEqual([inbound?.id]);
  });

  it('are the same in another order', () => {
    expect(vicidial.calls(records.toReversed(), OPTIONS).map((call) => printed(call, false))).toEqual(calls);
  });
});

describe('the name of a recording', () => {
  const mono = { began: '20261130-120937', number: '12025550143', user: null, channels: null, silent: null };
  const stereo = { ...mono, channels: ['agent', 'customer'] };
  it.each([
    ['20261130-120937_12025550143.wav', mono],
    ['20261130-120937_12025550143_6666-all.mp3', { ...mono, user: '6666' }],
    ['S_20261130-120937_12025550143.wav', stereo],
    ['FR_S_20261130-120937_12025550143_6666.mp3', { ...stereo, user: '6666' }],
    ['CO_S_20261130-120937_12025550143.wav', { ...stereo, silent: 'agent' }],
    ['CM_S_20261130-120937_12025550143.wav', { ...stereo, silent: 'customer' }],
    ['holiday.wav', null],
    ['20261130-120937_12025550143.wav.part', null],
  ])('%s', (file, said) => {
    expect(readRecordingName(file)).toEqual(said);
  });
});
