import { type CompanyProfile, type Dialogue, type ScoringFacts, type Transcript } from '#contracts';

/** Written dialogues say nothing about the phone. */
export const NO_FACTS: ScoringFacts = {
  from: 'none',
  direction: 'inbound',
  ringSeconds: null,
  hangupParty: null,
  transfer: null,
  consulted: null,
  noticeGiven: null,
  noticeBy: null,
  holdSpans: [],
};

/** Names no company: only "this is … bank", "…客服" and the like are recognised. */
export const NEUTRAL_PROFILE: CompanyProfile = {
  names: { zh: [], en: [] },
  departments: { zh: [], en: [] },
  ringCadence: { onSeconds: 1, offSeconds: 4 },
  timeZone: 'Asia/Shanghai',
};

/** A written dialogue as a transcript: speakers are known, times are not. */
export const writtenTranscript = ({ language, turns }: Pick<Dialogue, 'language' | 'turns'>): Transcript => ({
  format: 'shouwen.transcript/1',
  language,
  engine: { name: 'written', version: '1', model: 'none' },
  durationMs: 0,
  channels: 2,
  turns: turns.map(({ speaker, text }, index) => ({ index, speaker, text, fromMs: 0, toMs: 0, words: [] })),
  unreliable: [],
});
