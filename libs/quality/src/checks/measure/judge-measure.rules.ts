import { sideSchema, type Bilingual, type CallMeasures, type Evidence, type Side, type Span } from '#contracts';
import { z } from 'zod';
import { type CallView } from '../../call-view/call-view.rules.js';
import { wordsEvidence } from '../../call/evidence.rules.js';
import { both, explainAbstention } from '../../call/explain.rules.js';
import { type CheckContext, type Judge } from '../check.js';
import { abstain, finding } from '../finding.js';
import { type Asked, MEASURES, OF_A_SIDE, type Quantity, quantityOf, titleOf, withUnit } from './quantity.rules.js';

/** One for both languages, or one for each: people speak more characters in a minute than words. */
const bound = z.union([
  z.number().nonnegative(),
  z.strictObject({ zh: z.number().nonnegative(), en: z.number().nonnegative() }),
]);

export const measureParams = z
  .strictObject({
    kind: z.literal('measure'),
    /** Percent, characters (zh) or words (en) a minute, seconds, times, seconds, times. */
    measure: z.enum(MEASURES),
    side: sideSchema.optional(),
    /** For `silences`; shorter ones than three seconds are not on record. */
    fromSeconds: z.number().min(3).default(10),
    atLeast: bound.optional(),
    atMost: bound.optional(),
  })
  .refine(({ measure, side }) => !OF_A_SIDE.includes(measure) || side !== undefined, 'this measure needs a side')
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'give atLeast, atMost, or both');
type Params = z.infer<typeof measureParams>;

/** The first few say enough. */
const MOST_SPANS = 6;
/** Sound tells who speaks surely, but not without error. */
const CONFIDENCE = 0.9;

const UNMEASURED: Bilingual = {
  zh: '这段录音没有测量，此项不计分。',
  en: 'This recording was not measured; this item is not counted.',
};
const NO_SIDES: Record<NonNullable<CallMeasures['sidesUnknown']>, Bilingual> = {
  mono: {
    zh: '录音只有一个声道，分不出双方，此项不计分。',
    en: 'The recording has one channel and the sides cannot be told apart; this item is not counted.',
  },
  unassigned: {
    zh: '不知道坐席在哪个声道，此项不计分。',
    en: 'It is not known which channel is the agent’s; this item is not counted.',
  },
  same_channels: {
    zh: '两个声道是同一路声音，此项不计分。',
    en: 'Both channels carry the same sound; this item is not counted.',
  },
  one_way: { zh: '只录到一方，此项不计分。', en: 'One side was not recorded; this item is not counted.' },
  holds: {
    zh: '通话有过保持，但不知道在录音的什么位置，此项不计分。',
    en: 'The call was on hold, and it is not known where in the recording; this item is not counted.',
  },
};
const TOO_LITTLE: Bilingual = {
  zh: '说话太少，测不出来，此项不计分。',
  en: 'There is too little speech to measure this; this item is not counted.',
};

/** Any measure against its bounds. */
export const judgeMeasure =
  (read: Params, { minimumWords }: CheckContext): Judge =>
  (call) => {
    const { measures } = call;
    if (!measures) return abstain('no_fact', 'rule', UNMEASURED);
    const unusable = read.measure === 'rate' ? call.wordsUnusable(minimumWords) : null;
    if (unusable) return abstain(unusable, 'rule', explainAbstention(unusable));
    const quantity = quantityOf(measures, read);
    if (!quantity)
      return abstain('no_fact', 'rule', measures.sidesUnknown ? NO_SIDES[measures.sidesUnknown] : TOO_LITTLE);
    const { language } = call.transcript;
    const [least, most] = [boundFor(read.atLeast, language), boundFor(read.atMost, language)];
    const within = quantity.value >= (least ?? 0) && quantity.value <= (most ?? Infinity);
    return finding(within ? 'met' : 'not_met', {
      source: 'rule',
      confidence: CONFIDENCE,
      evidence: evidenceOf(call, measures, read, quantity),
      explanation: explain(read, quantity.value, { least, most, language }),
    });
  };

const boundFor = (limit: Params['atLeast'], language: 'zh' | 'en'): number | null =>
  limit === undefined ? null : typeof limit === 'number' ? limit : limit[language];

/** The value, then where it shows: in the words of the speaker it measures, or else in the sound. */
function evidenceOf(
  call: CallView,
  { detector: from }: CallMeasures,
  read: Asked,
  { value, spans }: Quantity,
): Evidence[] {
  const name = read.side ? `${read.measure}.${read.side}` : read.measure;
  const silence = read.measure === 'longestSilence' || read.measure === 'silences';
  const places = spans.slice(0, MOST_SPANS).map((span): Evidence => {
    const turn = silence ? undefined : turnIn(call, span, read.side);
    if (turn !== undefined) return wordsEvidence(call, { turn, fromChar: 0, toChar: call.turns[turn]!.text.length });
    return { kind: 'fact', name: `${read.measure}.seconds`, value: (span.toMs - span.fromMs) / 1000, from, span };
  });
  return [{ kind: 'fact', name, value, from }, ...places];
}

/** The turn of a side that shares most time with a stretch. */
function turnIn({ turns, timed }: CallView, span: Span, side: Side | undefined): number | undefined {
  if (!timed) return undefined;
  const shared = turns
    .filter(({ speaker }) => speaker === (side ?? speaker))
    .map(({ index, fromMs, toMs }) => ({ index, ms: Math.min(toMs, span.toMs) - Math.max(fromMs, span.fromMs) }))
    .filter(({ ms }) => ms > 0);
  return shared.sort((a, b) => b.ms - a.ms || a.index - b.index)[0]?.index;
}

function explain(
  read: Params,
  value: number,
  { least, most, language }: { least: number | null; most: number | null; language: 'zh' | 'en' },
): Bilingual {
  const unit = (one: number) => withUnit(one, read.measure, language);
  const title = titleOf(read, read.side !== undefined);
  const said = { zh: `${title.zh}：${unit(value).zh}。`, en: `${title.en}: ${unit(value).en}.` };
  const wanted = [
    ...(least === null
      ? []
      : [{ zh: `要求不少于 ${unit(least).zh}。`, en: `At least ${unit(least).en} is asked for.` }]),
    ...(most === null ? [] : [{ zh: `要求不超过 ${unit(most).zh}。`, en: `At most ${unit(most).en} is asked for.` }]),
  ];
  return wanted.reduce(both, said);
}
