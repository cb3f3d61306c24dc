import { type SessionRecord, type Standing } from '#capture';
import { type LiveInstruction } from '#floor';
import { carryOut } from './carry-out.js';
import { Standings } from './standings.js';

const BEGAN = Date.parse('2026-12-01T06:00:00.000Z');
const SESSION = '0199d3a0-0000-7000-8000-00000000000a';
const ASKED = '0199d3a0-0000-7000-8000-00000000000b';
const PAUSE_MS = 60_000;

const plan = (state: 'recording' | 'paused', at: number): SessionRecord => ({
  ...{ kind: 'plan', at },
  streams: [{ label: '1', mediaIndex: 0, localPort: 30_000, from: null, state, payloads: [], srtp: null }],
  parties: [{ label: '1', role: 'unknown', aor: null, name: null, extension: '8001' }],
});

/** One session that was opened and consented to, and a media plane that writes what it is asked down. */
function running() {
  const standings = new Standings(PAUSE_MS);
  const told: Standing[] = [];
  let heardAt: number | null = BEGAN;
  standings.listen((standing) => told.push(standing));
  const note = (record: SessionRecord) => standings.note(1, record);
  note({ kind: 'opened', session: SESSION, at: BEGAN, ports: [30_000] });
  note(plan('recording', BEGAN));
  note({ kind: 'consent', at: BEGAN, state: 'given', why: 'announcement A-12' });
  note({ kind: 'proved' });
  const media = {
    heard: () => (heardAt === null ? null : new Date(heardAt)),
    consent: (_: string, state: 'pending' | 'given' | 'refused' | 'withdrawn', at: Date, why: string) =>
      note({ kind: 'consent', at: at.getTime(), state, why }),
    pause: (_: string, at: Date, why: string) => note({ kind: 'pause', at: at.getTime(), why }),
    resume: (_: string, at: Date, why: string) => note({ kind: 'resume', at: at.getTime(), why }),
  };
  const ask = (act: LiveInstruction['act'], id = ASKED, at = BEGAN + 1000) =>
    carryOut({ id, session: SESSION, act, how: 'asked' }, standings.all[0], media, new Date(at));
  const timeline = () => standings.all[0]?.timeline.map(({ what, how }) => `${what} ${how}`);
  return { standings, told, note, media, ask, timeline, hears: (at: number | null) => (heardAt = at) };
}

describe('how a session stands', () => {
  it('is told with each change, and holds no key and no sound', () => {
    const { told, note } = running();
    note({ kind: 'masked', fromMs: 0, toMs: 10 });
    note({ kind: 'srtp', stream: 0, progress: [] });
    // Before its client had shown who it is, no word was said of it.
    expect(told).toHaveLength(1);
    expect(told.at(-1)).toEqual({
      ...{ session: SESSION, beganAt: BEGAN, proved: true, pauseEndsAt: null, silentSince: null, endedAt: null },
      parties: [{ label: '1', role: 'unknown', aor: null, name: null, extension: '8001' }],
      timeline: [{ at: BEGAN, what: 'consent_given', how: 'announcement', instruction: null }],
    });
  });

  it('says that the telephone system holds the line, and that it goes on', () => {
    const { note, timeline } = running();
    note(plan('paused', BEGAN + 1));
    note(plan('paused', BEGAN + 2));
    note(plan('recording', BEGAN + 3));
    expect(timeline()).toEqual(['consent_given announcement', 'held line', 'unheld line']);
  });

  it('tells of who speaks on streams that are there, and of all others where no one is known on these', () => {
    const { note, standings } = running();
    const of = (label: string, told: boolean): SessionRecord => ({
      ...{ kind: 'plan', at: BEGAN + 1 },
      streams: [{ label, mediaIndex: 1, localPort: 30_002, from: null, state: 'recording', payloads: [], srtp: null }],
      parties: told ? [{ label, role: 'unknown', aor: null, name: null, extension: '8002' }] : [],
    });
    const extensions = () => standings.all[0]?.parties.map(({ extension }) => extension);
    note(of('2', false));
    expect(extensions()).toEqual(['8001']);
    note(of('2', true));
    expect(extensions()).toEqual(['8002']);
  });

  it('ends, and is forgotten', () => {
    const { told, note, standings } = running();
    note({ kind: 'closed', at: BEGAN + 9, hangup: 'unknown' });
    expect(told.at(-1)).toMatchObject({ endedAt: BEGAN + 9 });
    expect(standings.all).toEqual([]);
  });

  it('knows a line from which nothing has come for long, until something comes', () => {
    const { standings, media, hears } = running();
    standings.look(media, BEGAN + 20_000);
    expect(standings.all[0]?.silentSince).toBeNull();
    standings.look(media, BEGAN + 20_001);
    expect(standings.all[0]?.silentSince).toBe(BEGAN);
    hears(BEGAN + 20_500);
    standings.look(media, BEGAN + 21_000);
    expect(standings.all[0]?.silentSince).toBeNull();
  });
});

describe('an instruction', () => {
  it('is carried out once, however often it is told', () => {
    const { ask, timeline } = running();
    ask('pause');
    ask('pause');
    ask('resume', SESSION);
    ask('pause');
    expect(timeline()).toEqual(['consent_given announcement', 'paused asked', 'resumed asked']);
  });

  it('does nothing to a session that has ended, and never brings consent back', () => {
    const { ask, note, timeline } = running();
    ask('consent_withdrawn');
    ask('consent_given', SESSION);
    expect(timeline()).toEqual(['consent_given announcement', 'consent_withdrawn asked']);
    note({ kind: 'closed', at: BEGAN + 9, hangup: 'unknown' });
    expect(() => ask('pause', PAUSED)).not.toThrow();
  });

  it('that pauses ends by itself at the limit', () => {
    const { ask, standings, media, timeline } = running();
    ask('pause', ASKED, BEGAN + 1000);
    expect(standings.all[0]?.pauseEndsAt).toBe(BEGAN + 1000 + PAUSE_MS);
    standings.look(media, BEGAN + PAUSE_MS);
    expect(timeline()?.at(-1)).toBe('paused asked');
    standings.look(media, BEGAN + 1000 + PAUSE_MS);
    expect(timeline()?.at(-1)).toBe('resumed limit');
    expect(standings.all[0]?.pauseEndsAt).toBeNull();
  });

  it('is known to a next process by the records of the first', () => {
    const { ask, standings } = running();
    ask('pause');
    const records: SessionRecord[] = [
      { kind: 'opened', session: SESSION, at: BEGAN, ports: [30_000] },
      { kind: 'consent', at: BEGAN, state: 'given', why: 'announcement A-12' },
      { kind: 'pause', at: BEGAN + 1000, why: `asked ${ASKED}` },
      { kind: 'proved' },
    ];
    const next = new Standings(PAUSE_MS);
    for (const record of records) next.note(7, record);
    expect(next.all[0]?.timeline).toEqual(standings.all[0]?.timeline);
    expect(next.all[0]?.pauseEndsAt).toBe(BEGAN + 1000 + PAUSE_MS);
  });
});

const PAUSED = '0199d3a0-0000-7000-8000-00000000000c';
