import { STRICTEST_REDACTION, type SensitiveSpan } from '#contracts';
import { soundToServe, type CheckedSound } from './sound-gate.rules.js';

const span = (over: Partial<SensitiveSpan> = {}): SensitiveSpan => ({
  ...{ turn: 1, fromChar: 0, toChar: 11, fromMs: 2_000, toMs: 4_000, kind: 'telephone', certainty: 'certain' },
  ...over,
});
const known = (over: Partial<CheckedSound> = {}): CheckedSound => ({
  ...{ words: 'there', transcriptId: 't', found: { rulesVersion: 2, spans: [span()] } },
  ...{ copy: { transcriptId: 't', rulesVersion: 2 }, cut: [], cutDeferred: false, durationMs: 60_000 },
  ...over,
});
const trial = { ...STRICTEST_REDACTION, mode: 'highlight' as const };
const BEING_CHECKED = { refuse: 'being_checked' };

describe('what an open ear gets', () => {
  it.each<[string, Partial<CheckedSound>]>([
    ['words are on their way', { words: 'expected', transcriptId: null, found: null }],
    ['they have not been looked through', { found: null }],
    ['the copy is missing', { copy: null }],
    ['the copy is of other words', { copy: { transcriptId: 'older', rulesVersion: 2 } }],
    ['the copy is by older rules', { copy: { transcriptId: 't', rulesVersion: 1 } }],
  ])('is nothing while %s', (_, over) =>
    expect(soundToServe(known(over), STRICTEST_REDACTION, false)).toEqual(BEING_CHECKED),
  );

  it('is the silent copy once it fits, and the whole where nothing was found', () => {
    expect(soundToServe(known(), STRICTEST_REDACTION, false)).toEqual({ serve: 'masked-rendition', sound: 'masked' });
    const clean = known({ found: { rulesVersion: 2, spans: [] }, copy: null });
    expect(soundToServe(clean, STRICTEST_REDACTION, false)).toEqual({ serve: 'rendition', sound: 'clean' });
  });

  it('is the whole in the trial and by the right to the original', () => {
    expect(soundToServe(known({ copy: null }), trial, false)).toEqual({ serve: 'rendition', sound: 'trial' });
    expect(soundToServe(known({ copy: null }), STRICTEST_REDACTION, true)).toEqual({
      serve: 'rendition',
      sound: 'original',
    });
  });

  it('is never a card code that was not cut, in a trial or under any right', () => {
    const code = known({ found: { rulesVersion: 2, spans: [span({ kind: 'card_code' })] } });
    for (const [policy, original] of [
      [STRICTEST_REDACTION, false],
      [trial, false],
      [STRICTEST_REDACTION, true],
    ] as const)
      expect(soundToServe(code, policy, original)).toEqual(BEING_CHECKED);
    const half = { ...code, cut: [[2_000, 3_000]] as [number, number][] };
    expect(soundToServe(half, trial, false)).toEqual(BEING_CHECKED);
    expect(soundToServe({ ...code, cut: [[1_900, 4_100]] }, trial, false)).toEqual({
      serve: 'rendition',
      sound: 'trial',
    });
  });

  it('is the silent copy for everyone while a hold keeps a card code in what is stored', () => {
    const held = known({ found: { rulesVersion: 2, spans: [span({ kind: 'card_code' })] }, cutDeferred: true });
    for (const [policy, original] of [
      [STRICTEST_REDACTION, false],
      [trial, false],
      [STRICTEST_REDACTION, true],
    ] as const)
      expect(soundToServe(held, policy, original)).toEqual({ serve: 'masked-rendition', sound: 'masked' });
    expect(soundToServe({ ...held, copy: null }, trial, true)).toEqual(BEING_CHECKED);
  });

  it('is what the company says where there will be no words', () => {
    const none = known({ words: 'none', transcriptId: null, found: null, copy: null });
    expect(soundToServe(none, STRICTEST_REDACTION, false)).toEqual({ serve: 'rendition', sound: 'unchecked' });
    const refuse = { ...STRICTEST_REDACTION, unchecked: 'refuse' as const };
    expect(soundToServe(none, refuse, false)).toEqual({ refuse: 'unchecked' });
    expect(soundToServe(none, refuse, true)).toEqual({ serve: 'rendition', sound: 'original' });
  });
});
