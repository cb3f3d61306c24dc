import { arrivals, fileKey, type SeenFile } from './arrivals.rules.js';

const AT = Date.UTC(2026, 10, 30, 12);
const SETTINGS = { stillFor: 5000, sidecarWithin: 60_000 };
const file = (name: string, size = 1000, secondsAgo = 300): SeenFile => ({
  name,
  size,
  modifiedAt: AT - secondsAgo * 1000,
});
const look = (now: SeenFile[], before: SeenFile[] = now, taken: SeenFile[] = []) =>
  arrivals(before, now, { at: AT, settings: SETTINGS, taken: new Set(taken.map(fileKey)) });

describe('a file of a watched folder', () => {
  it('is taken with what tells of it once both lie still', () => {
    const pair = [file('day/a.wav'), file('day/a.json')];
    expect(look(pair)).toEqual([{ what: 'recording', name: 'day/a.wav', sidecar: 'day/a.json' }]);
    const growing = [file('day/a.wav'), file('day/a.json', 10, 1)];
    expect(look(growing)).toEqual([
      { what: 'waits', name: 'day/a.json', why: 'grows' },
      { what: 'waits', name: 'day/a.wav', why: 'sidecar' },
    ]);
  });

  it('waits while it grows, seen once, or written a moment ago', () => {
    const waits = [{ what: 'waits', name: 'queue_log', why: 'grows' }];
    expect(look([file('queue_log', 900)], [file('queue_log', 800)])).toEqual(waits);
    expect(look([file('queue_log')], [])).toEqual(waits);
    expect(look([file('queue_log', 900, 1)])).toEqual(waits);
    expect(look([file('queue_log', 900, 6)])).toEqual([{ what: 'records', name: 'queue_log' }]);
  });

  it('of a clock that is ahead is taken when two looks agree', () => {
    expect(look([file('Master.csv', 900, -3600)])).toEqual([{ what: 'records', name: 'Master.csv' }]);
    expect(look([file('a.wav', 1000, -3600)])).toEqual([{ what: 'recording', name: 'a.wav', sidecar: null }]);
    expect(look([file('a.wav', 1000, -30)])).toEqual([{ what: 'waits', name: 'a.wav', why: 'sidecar' }]);
  });

  it('waits for its sidecar, and goes without it when none came', () => {
    expect(look([file('a.wav', 1000, 30)])).toEqual([{ what: 'waits', name: 'a.wav', why: 'sidecar' }]);
    expect(look([file('a.wav', 1000, 61)])).toEqual([{ what: 'recording', name: 'a.wav', sidecar: null }]);
    const none = arrivals([file('a.wav', 1000, 30)], [file('a.wav', 1000, 30)], {
      ...{ at: AT, taken: new Set<string>(), settings: { ...SETTINGS, sidecarWithin: 0 } },
    });
    expect(none).toEqual([{ what: 'recording', name: 'a.wav', sidecar: null }]);
  });

  it.each([
    ['a.wav', 0, 'empty'],
    ['a.wav', 44, 'header_only'],
    ['notes.docx', 1000, 'kind'],
    ['a\nb.wav', 1000, 'name'],
    ['../a.wav', 1000, 'name'],
    ['a.xml', 1000, 'without_recording'],
  ])('%j of %i bytes is put aside: %s', (name, size, why) => {
    expect(look([file(name, size)])).toEqual([{ what: 'quarantine', name, why }]);
  });

  it.each(['queue_log.1', 'Cel.csv.2', 'Cel.csv-20261201', 'day/acc.log'])(
    '%s may be a log that was rotated',
    (name) => {
      expect(look([file(name)])).toEqual([{ what: 'records', name }]);
      expect(look([file(name, 0)])).toEqual([{ what: 'waits', name, why: 'grows' }]);
      expect(look([file(`${name}.gz`)])).toEqual([{ what: 'quarantine', name: `${name}.gz`, why: 'kind' }]);
    },
  );

  it.each(['.a.wav.Xy12', 'a.wav.part', 'a.csv.tmp', 'a.wav~'])('%s is still being written', (name) => {
    expect(look([file(name, 0)])).toEqual([{ what: 'waits', name, why: 'partial' }]);
  });

  it('that was taken is not taken again, unless another took its name', () => {
    const pair = [file('a.wav'), file('a.json')];
    expect(look(pair, pair, pair)).toEqual([]);
    const next = [file('a.wav', 2000), file('a.json')];
    expect(look(next, next, pair)).toEqual([{ what: 'recording', name: 'a.wav', sidecar: 'a.json' }]);
  });
});
