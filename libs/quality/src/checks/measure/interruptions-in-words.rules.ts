import { type Evidence, type Turn } from '#contracts';
import { z } from 'zod';
import { type CallView } from '../../call-view/call-view.rules.js';
import { wordsEvidence } from '../../call/evidence.rules.js';
import { explainAbstention, whereHeard } from '../../call/explain.rules.js';
import { interruptions } from '../../call/interruptions.rules.js';
import { type CheckContext, type Judge } from '../check.js';
import { abstain, finding } from '../finding.js';

/** Interruptions by the agent, from the times of turns and words. */
export const wordsParams = z.strictObject({
  kind: z.literal('measure'),
  measure: z.literal('interruptions'),
  /** The customer must have been speaking this long when the agent starts. */
  speakingMs: z.number().int().nonnegative(),
  /** Both must then speak at once for this long. */
  overlapMs: z.number().int().positive(),
  /** Agent turns shorter than this, in characters (zh) or words (en), are back-channels ("mm-hm"), not interruptions. */
  leastWords: z.number().int().nonnegative(),
  /** So many are still fine. */
  most: z.number().int().nonnegative(),
});

const UNTIMED = {
  zh: '没有分声道的说话时间，无法测量重叠，此项不计分。',
  en: 'No speaking times by channel, so overlaps cannot be measured; this item is not counted.',
};

const ESTIMATED = {
  zh: '坐席似乎打断了客户，但这台引擎只给出整段话的时间，每个字的时间是估计的，无法确定，此项不计分。',
  en: 'The agent seems to have interrupted, but the engine timed whole stretches of speech only and the times of words are guesses: too little to be sure; this item is not counted.',
};

/** Whether what was found rests on words whose times are guesses: the agent's, or the customer's that they would have cut off. */
function restsOnGuesses({ turns }: CallView, found: readonly number[]): boolean {
  const isGuessed = (turn: Turn): boolean => turn.words.some(({ estimated }) => estimated);
  return found.some((index) => {
    const agent = turns[index]!;
    const overlapped = turns.filter(
      ({ speaker, fromMs, toMs }) => speaker === 'customer' && fromMs < agent.toMs && toMs > agent.fromMs,
    );
    return [agent, ...overlapped].some(isGuessed);
  });
}

const evidenceOf = (call: CallView, turns: readonly number[]): Evidence[] =>
  turns.map((turn) => wordsEvidence(call, { turn, fromChar: 0, toChar: call.turns[turn]!.text.length }));

export const interruptionsInWords =
  (read: z.infer<typeof wordsParams>, { minimumWords }: CheckContext): Judge =>
  (call) => {
    const unusable = call.wordsUnusable(minimumWords);
    if (unusable) return abstain(unusable, 'rule', explainAbstention(unusable));
    if (!call.timed || call.transcript.channels < 2) return abstain('no_fact', 'rule', UNTIMED);
    const found = interruptions(call.turns, (turn) => call.symbolsOf(turn).length, read);
    if (found.length > read.most && restsOnGuesses(call, found))
      return abstain('no_fact', 'rule', ESTIMATED, evidenceOf(call, found));
    const first = found[0];
    const overlap = (read.overlapMs / 1000).toFixed(1);
    const where = first === undefined ? null : whereHeard(call, first);
    const measured = { kind: 'fact' as const, name: 'interruptions', value: found.length, from: 'measure' };
    return finding(found.length <= read.most ? 'met' : 'not_met', {
      source: 'rule',
      confidence: 0.85,
      evidence: found.length === 0 ? [measured] : evidenceOf(call, found),
      explanation: where
        ? {
            zh: `坐席在客户说话时开口并重叠 ${overlap} 秒以上 ${found.length} 次，第一次在 ${where.zh}。`,
            en: `The agent started while the customer spoke, overlapping by ${overlap} s or more, ${found.length} time(s), first ${where.en}.`,
          }
        : {
            zh: `全程没有坐席在客户说话时开口并重叠 ${overlap} 秒以上的情况。`,
            en: `Nowhere did the agent start while the customer spoke and overlap by ${overlap} s or more.`,
          },
    });
  };
