import { type Language } from '#contracts';

/** A recording of a call that the records tell of, cut out of a sample call; its times are on the clock of the records. */
export interface RecordedTalk {
  externalId: string;
  startedAt: string;
  answeredAt: string;
  staffNumber: string;
  language: Language;
  region: string;
  sample: string;
  fromMs: number;
  toMs: number;
  /** The recorder caught the agent alone. */
  customerSilent?: true;
}

const TRANSFER = {
  externalId: 'pbx1-1768439580.719',
  startedAt: '2026-01-15T01:13:00.000Z',
  language: 'en',
  region: 'US',
  sample: 'en-deflection',
} as const;

/**
 * One customer's call with its two agents, each in a file of its own as MixMonitor writes them, and a call back of which one side is missing.
 * Of the call that 8022 answered at 07:52 no recording ever comes.
 */
export const RECORDED_TALKS: readonly RecordedTalk[] = [
  { ...TRANSFER, answeredAt: '2026-01-15T01:13:24.197Z', staffNumber: '3071', fromMs: 0, toMs: 20_050 },
  { ...TRANSFER, answeredAt: '2026-01-15T01:14:14.000Z', staffNumber: '3112', fromMs: 20_050, toMs: 41_500 },
  {
    externalId: 'pbx1-1768430100.303',
    startedAt: '2026-01-14T22:35:00.000Z',
    answeredAt: '2026-01-14T22:35:15.201Z',
    staffNumber: '3068',
    ...{ language: 'zh', region: 'CN', sample: 'zh-deflection', fromMs: 0, toMs: 20_050, customerSilent: true },
  },
];
