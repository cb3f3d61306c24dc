import { type Bilingual, type CallMeasures, type Side, type Span } from '#contracts';

/** What can be asked of a call's measures. */
export const MEASURES = ['talkShare', 'rate', 'longestSilence', 'silences', 'talkOver', 'interruptions'] as const;
export type MeasureName = (typeof MEASURES)[number];

/** These belong to a speaker; the others to the call. */
export const OF_A_SIDE: readonly MeasureName[] = ['talkShare', 'rate', 'interruptions'];

export interface Asked {
  measure: MeasureName;
  /** Whose. Of talk-over: begun by this side. */
  side?: Side | undefined;
  /** Silences shorter than this many seconds do not count. */
  fromSeconds: number;
}

export interface Quantity {
  /** Percent, characters or words a minute, seconds, or a number of times: `unitOf`. */
  value: number;
  /** Where it shows, in order. */
  spans: readonly Span[];
}

const lengthMs = ({ fromMs, toMs }: Span): number => toMs - fromMs;
const inSeconds = (spans: readonly Span[]): number =>
  tenths(spans.reduce((sum, span) => sum + lengthMs(span), 0) / 1000);
const tenths = (value: number): number => Math.round(value * 10) / 10;

/** The quantity, or null where it could not be measured. */
export function quantityOf(measures: CallMeasures, { measure, side, fromSeconds }: Asked): Quantity | null {
  const own = side && measures.sides?.[side];
  switch (measure) {
    case 'talkShare':
      return own?.talkShare == null ? null : { value: tenths(own.talkShare * 100), spans: [] };
    case 'rate':
      return own?.rate ? { value: own.rate.perMinute, spans: [] } : null;
    case 'interruptions':
      return own ? { value: own.interruptions.length, spans: own.interruptions } : null;
    case 'longestSilence': {
      if (measures.silences === null) return null;
      const spans = measures.longestSilence ? [measures.longestSilence] : [];
      return { value: inSeconds(spans), spans };
    }
    case 'silences': {
      const spans = measures.silences?.filter((span) => lengthMs(span) >= fromSeconds * 1000);
      return spans ? { value: spans.length, spans } : null;
    }
    case 'talkOver': {
      const spans = measures.talkOver?.spans.filter((span) => !side || span.startedBy === side);
      return spans ? { value: inSeconds(spans), spans } : null;
    }
  }
}

const SIDES: Record<Side, Bilingual> = {
  agent: { zh: '坐席', en: 'the agent' },
  customer: { zh: '客户', en: 'the customer' },
};

/** What is measured, as the subject of a sentence. */
export function titleOf({ measure, side = 'agent', fromSeconds }: Asked, ofSide: boolean): Bilingual {
  const who = SIDES[side];
  const titles: Record<MeasureName, Bilingual> = {
    talkShare: { zh: `${who.zh}的说话占比`, en: `The share of speech of ${who.en}` },
    rate: { zh: `${who.zh}的语速`, en: `The speaking rate of ${who.en}` },
    longestSilence: { zh: '最长静默', en: 'The longest silence' },
    silences: { zh: `${fromSeconds} 秒以上的静默`, en: `Silences of ${fromSeconds} s or more` },
    talkOver: ofSide
      ? { zh: `由${who.zh}引起的同时说话`, en: `Talking at once, begun by ${who.en},` }
      : { zh: '双方同时说话', en: 'Talking at once' },
    interruptions: { zh: `${who.zh}打断对方`, en: `Interruptions by ${who.en}` },
  };
  return titles[measure];
}

/** A value with its unit. */
export function withUnit(value: number, measure: MeasureName, language: 'zh' | 'en'): Bilingual {
  const rate =
    language === 'zh' ? { zh: '字/分钟', en: 'characters a minute' } : { zh: '词/分钟', en: 'words a minute' };
  const units: Record<MeasureName, Bilingual> = {
    talkShare: { zh: '%', en: '%' },
    rate: { zh: ` ${rate.zh}`, en: ` ${rate.en}` },
    longestSilence: { zh: ' 秒', en: ' s' },
    silences: { zh: ' 次', en: '' },
    talkOver: { zh: ' 秒', en: ' s' },
    interruptions: { zh: ' 次', en: '' },
  };
  return { zh: `${value}${units[measure].zh}`, en: `${value}${units[measure].en}` };
}
