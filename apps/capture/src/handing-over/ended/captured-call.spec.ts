import { consentOf, namesOf } from './captured-call.rules.js';

type Consent = Parameters<typeof consentOf>[0]['consent'];
const at = Date.parse('2026-12-01T02:00:00.000Z');
const said = (...states: [Consent[number]['state'], string][]): { consent: Consent } => ({
  consent: states.map(([state, why], i) => ({ at: at + i, state, why })),
});

describe('consent of a captured call', () => {
  it('is what was announced, with its reference', () =>
    expect(consentOf(said(['given', 'announcement A-12']))).toEqual({
      consent: {
        state: 'announced',
        evidence: { kind: 'announcement', at: '2026-12-01T02:00:00.000Z', reference: 'A-12' },
      },
      withdrawn: null,
    }));

  it('is given by a key that was pressed', () =>
    expect(consentOf(said(['pending', 'asked'], ['given', 'keypad'])).consent).toMatchObject({
      ...{ state: 'given', evidence: { kind: 'keypad' } },
    }));

  it('is unknown where nothing says how it was given, and while it was awaited', () => {
    expect(consentOf(said(['given', 'somehow'])).consent).toEqual({ state: 'unknown' });
    expect(consentOf(said(['pending', 'asked']))).toEqual({ consent: { state: 'unknown' }, withdrawn: null });
    expect(consentOf(said())).toEqual({ consent: { state: 'unknown' }, withdrawn: null });
  });

  it('is declined by who never gave it, and taken back by who did', () => {
    expect(consentOf(said(['refused', 'spoken']))).toEqual({ consent: { state: 'declined' }, withdrawn: null });
    expect(consentOf(said(['given', 'spoken'], ['withdrawn', 'spoken'])).withdrawn).toEqual({ state: 'withdrawn' });
  });

  it('is taken back also by what was said too late for the session', () => {
    expect(consentOf(said(['given', 'spoken']), true).withdrawn).toEqual({ state: 'withdrawn' });
    expect(consentOf(said(['pending', 'asked']), true)).toEqual({ consent: { state: 'declined' }, withdrawn: null });
  });
});

describe('ids by which a telephone system knows a captured call', () => {
  it('are those of either end, without ends that are not known yet', () => {
    expect(namesOf(['5f8c53e681010eff'])).toEqual(['5f8c53e681010eff']);
    expect(namesOf(['ab30;remote=4775', '4775', `cd12;remote=${'0'.repeat(32)}`])).toEqual(['ab30', '4775', 'cd12']);
  });

  it('are nothing that no record could hold', () => expect(namesOf(['', 'two words', 'x'.repeat(201)])).toEqual([]));
});
