import { CHINESE_DIGITS, ENGLISH_DIGITS, ENGLISH_TENS, REPEATS } from '#transcripts/rules';
import { sensitiveKindSchema, type Language, type Transcript, type Turn } from '#contracts';
import { digitRuns, findSpans, MASK, maskTranscript } from '#transcripts/rules';

/** A number may be said in several breaths: so many turns are looked at together. */
const LOOKED_AT = 6;
/** Four digits in a row or more, written or said, with what stands between them. What a number is, only the whole of it would tell. */
const DIGITS =
  /(?:[0-9０-９零〇一二两三四五六七八九幺洞拐][\s\-,.，、]*){4,}|(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[\s\-,.]*){4,}/giu;
/** A number that goes on over turns is hidden from its fourth digit on, and so are three digits of one turn. */
const [FEWEST_OF_NUMBER, FEWEST_OF_TURN] = [4, 3];
const DIGIT = `[0-9０-９十两幺洞拐${Object.keys(CHINESE_DIGITS).join('')}]|\\b(?:${[
  ...Object.keys({ ...ENGLISH_DIGITS, ...ENGLISH_TENS, ...REPEATS }),
  'oh',
].join('|')})\\b`;
/** A turn of digits, and what people say around them: the number that it belongs to may only begin with it. */
const DIGITS_ALONE = new RegExp(
  `^(?:${DIGIT}|[\\s\\-,.，、。…!！?？~]|嗯|呃|啊|哦|对|是|好|的|那个|然后|再|还有|后面|最后|\\b(?:uh|um|er|okay|ok|yes|yeah|right|and|then|it|is|it's)\\b)*$`,
  'iu',
);
const ANY_DIGIT = new RegExp(DIGIT, 'giu');
const ALL = { mode: 'mask', kinds: sensitiveKindSchema.options } as const;

/**
 * The last turn as it may be told: by the rules that hide parts of finished transcripts, all of their kinds, and every longer row of digits
 * besides, in one breath or in several, since its end may not have been said yet.
 */
export function withoutSensitive(turns: readonly Turn[], language: Language): string {
  const near = turns.slice(-LOOKED_AT).map((turn, index) => ({ ...turn, index }));
  const last = near.at(-1);
  if (!last) return '';
  if (DIGITS_ALONE.test(last.text)) return last.text.replace(ANY_DIGIT, hidden);
  const masked = maskTranscript(
    { ...WHOLE, language, turns: near },
    findSpans({ turns: near, language }),
    ALL,
  ).turns.at(-1);
  const text = (masked?.text ?? '').replace(DIGITS, hidden);
  const units = text.split('');
  for (const { digits, groups } of digitRuns(near)) {
    const own = groups.filter(({ turn }) => turn === last.index);
    const said = own.reduce((sum, group) => sum + group.digits.length, 0);
    if (said < FEWEST_OF_TURN && digits.length < FEWEST_OF_NUMBER) continue;
    for (const { fromChar, toChar } of own)
      units.splice(fromChar, toChar - fromChar, ...hidden(text.slice(fromChar, toChar)).split(''));
  }
  return units.join('');
}

const hidden = (digits: string): string => digits.replace(/[^\s\-,.，、]/gu, MASK);

const WHOLE = {
  format: 'shouwen.transcript/1',
  engine: { name: 'live', version: '1', model: 'none' },
  durationMs: 0,
  channels: 2,
  unreliable: [],
} satisfies Omit<Transcript, 'language' | 'turns'>;
