import { z } from 'zod';
import { defineCheck, type Judge } from './check.js';
import { abstain, finding } from './finding.js';

const ringing = z.strictObject({
  kind: z.literal('timing'),
  fact: z.literal('ringSeconds'),
  /** The call must be answered before this ring starts: 4 for "within three rings". */
  beforeRing: z.number().int().min(2),
});
const talking = z.strictObject({
  kind: z.literal('timing'),
  fact: z.literal('talkSeconds'),
  /** The call may last so many seconds, holds included. */
  atMost: z.number().int().positive(),
});
const params = z.discriminatedUnion('fact', [ringing, talking]);

const UNKNOWN = {
  zh: '电话系统没有提供振铃时间，此项不计分。',
  en: 'The phone system gave no ring time; this item is not counted.',
};

const NO_CADENCE = {
  zh: '公司信息里没有填写振铃节奏，无法换算声数，此项不计分。',
  en: 'The company profile does not say how its telephones ring; this item is not counted.',
};

const NO_LENGTH = {
  zh: '电话系统没有提供通话时长，此项不计分。',
  en: 'The phone system did not say how long the call was; this item is not counted.',
};

/**
 * Seconds until ring number `ring` starts. A ring is one tone and the silence after it: CN 1 + 4 s, so the fourth starts at 15 s;
 * NA 2 + 4 s, so at 18 s.
 */
export const startOfRing = (ring: number, cadence: { onSeconds: number; offSeconds: number }): number =>
  (ring - 1) * (cadence.onSeconds + cadence.offSeconds);

const seconds = (value: number): string => String(Math.round(value * 10) / 10);

/** How long the call lasted (P1 §6.6: no longer than it needs). */
const judgeLength =
  ({ fact, atMost }: z.infer<typeof talking>): Judge =>
  (call) => {
    const lasted = call.facts[fact] ?? null;
    if (lasted === null) return abstain('no_fact', 'fact', NO_LENGTH);
    const [length, bound] = [seconds(lasted / 60), seconds(atMost / 60)];
    return finding(lasted <= atMost ? 'met' : 'not_met', {
      source: 'fact',
      confidence: 1,
      evidence: [{ kind: 'fact', name: fact, value: lasted, from: call.facts.from }],
      explanation: {
        zh: `通话 ${length} 分钟；上限 ${bound} 分钟。`,
        en: `The call lasted ${length} min; the limit is ${bound} min.`,
      },
    });
  };

/** Measured seconds against a limit, or against the company's ring cadence (P2 §2.1: within three rings). */
export const timingCheck = defineCheck({
  kind: 'timing',
  version: 1,
  params,
  needsWords: false,
  judge: (read) => {
    if (read.fact === 'talkSeconds') return judgeLength(read);
    const { fact, beforeRing } = read;
    return (call) => {
      const rang = call.facts[fact];
      if (rang === null) return abstain('no_fact', 'fact', UNKNOWN);
      const { ringCadence } = call.profile;
      if (!ringCadence) return abstain('no_fact', 'fact', NO_CADENCE);
      const limit = startOfRing(beforeRing, ringCadence);
      const [at, bound] = [seconds(rang), seconds(limit)];
      return finding(rang < limit ? 'met' : 'not_met', {
        source: 'fact',
        confidence: 1,
        evidence: [{ kind: 'fact', name: fact, value: rang, from: call.facts.from }],
        explanation: {
          zh: `振铃 ${at} 秒后接听；第 ${beforeRing} 声从 ${bound} 秒开始。`,
          en: `Answered after ${at} s; ring ${beforeRing} starts at ${bound} s.`,
        },
      });
    };
  },
});
