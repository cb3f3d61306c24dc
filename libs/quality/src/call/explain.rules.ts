import { type Bilingual, type InsufficientReason } from '#contracts';
import { type HeardCall } from './heard-call.js';

/** The sentences under a result: what was looked for and where. They never quote the call, whose words are cut only for those who may read them. */

const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};

/** In place of "not heard": a listener may hear it. */
export const NOT_UNDERSTOOD: Bilingual = {
  zh: '那里有不少话没有听清。引擎不判断，已交人工，请听一听。',
  en: 'Much of what was said there was not understood. Not judged; queued for a person, who should listen.',
};

/** Beside "not heard": the rest of the call is not there to be heard. */
export const CUT_SHORT: Bilingual = {
  zh: '录音不完整，后面可能说过。引擎不判断，已交人工。',
  en: 'The recording is not whole; it may have been said later. Not judged; queued for a person.',
};

/** Beside "not heard": a part of the call where it may have been said was not recorded. */
export const NOT_RECORDED: Bilingual = {
  zh: '这里有一段没有录下来，可能在那里说过。引擎不判断，已交人工。',
  en: 'A part of the call there was not recorded; it may have been said in it. Not judged; queued for a person.',
};

const ABSTENTIONS: Record<InsufficientReason, Bilingual> = {
  no_fact: { zh: '没有提供所需的事实，此项不计分。', en: 'The needed fact was not given; this item is not counted.' },
  words_unreliable: {
    zh: '这段录音的转写不可靠。引擎不判断，已交人工。',
    en: 'The words of this recording cannot be relied on. Not judged; queued for a person.',
  },
  speakers_unknown: {
    zh: '无法区分说话人。引擎不判断，已交人工。',
    en: 'The speakers cannot be told apart. Not judged; queued for a person.',
  },
  speakers_unnamed: {
    zh: '还不能确定哪一方是坐席。引擎不判断；在通话页面说明后会重新评分。',
    en: 'It is not sure which speaker is the agent. Not judged; say so on the call page, and it is scored again.',
  },
  one_side_missing: {
    zh: '只录到一方的声音。引擎不判断，已交人工。',
    en: 'Only one side was recorded. Not judged; queued for a person.',
  },
  too_few_words: {
    zh: '听到的话太少。引擎不判断，已交人工。',
    en: 'Too few words were heard. Not judged; queued for a person.',
  },
  ambiguous: {
    zh: '听到的话可以有不同理解。引擎不判断，已交人工。',
    en: 'What was heard can be read in more than one way. Not judged; queued for a person.',
  },
  language_unsupported: {
    zh: '此检查单不支持这种语言。引擎不判断，已交人工。',
    en: 'The checklist does not cover this language. Not judged; queued for a person.',
  },
  language_mixed: {
    zh: '有些话轮说的是另一种语言，没有按那种语言查找。引擎不判断，已交人工。',
    en: 'Some turns are in the other language, in which this was not looked for. Not judged; queued for a person.',
  },
  checks_disagree: {
    zh: '各项迹象互相矛盾。引擎不判断，已交人工。',
    en: 'The signs speak against each other. Not judged; queued for a person.',
  },
  left_to_a_person: { zh: '此项由人工判断，已交人工。', en: 'This item is left to a person; queued.' },
};

export const explainAbstention = (reason: InsufficientReason): Bilingual => ABSTENTIONS[reason];

/** "at 2:19" or, without times, "in turn 5". */
export function whereHeard(call: HeardCall, turn: number, fromMs?: number): Bilingual {
  if (!call.timed) return { zh: `第 ${turn + 1} 个话轮`, en: `in turn ${turn + 1}` };
  const at = clock(fromMs ?? call.turns[turn]!.fromMs);
  return { zh: at, en: `at ${at}` };
}

/** "8 turns from 2:19 to the end". */
export function whereLooked(call: HeardCall, turns: readonly number[]): Bilingual {
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === undefined || last === undefined) return { zh: '没有可查看的话轮', en: 'There was no turn to look at' };
  const n = turns.length;
  const many = n === 1 ? '1 turn' : `${n} turns`;
  if (!call.timed) {
    const en = first === last ? `turn ${first + 1}` : `${many} between turn ${first + 1} and turn ${last + 1}`;
    return { zh: `已查看第 ${first + 1} 至第 ${last + 1} 个话轮中的 ${n} 个`, en: `Looked at ${en}` };
  }
  const from = clock(call.turns[first]!.fromMs);
  const toEnd = last === call.turns.length - 1;
  const to = clock(call.turns[last]!.toMs);
  return {
    zh: `已查看 ${from} 至${toEnd ? '通话结束' : ` ${to} `}的 ${n} 个话轮`,
    en: `Looked at ${many} from ${from} to ${toEnd ? 'the end' : to}`,
  };
}

/** The looked-for thing was heard. */
export function explainHeard(call: HeardCall, entries: readonly string[], turn: number, fromMs?: number): Bilingual {
  const [what, where] = [call.titles(entries), whereHeard(call, turn, fromMs)];
  return { zh: `听到${what.zh}：${where.zh}。`, en: `Heard ${what.en} ${where.en}.` };
}

/** The looked-for thing was not heard. */
export function explainAbsent(call: HeardCall, entries: readonly string[], turns: readonly number[]): Bilingual {
  const [what, where] = [call.titles(entries), whereLooked(call, turns)];
  return { zh: `${where.zh}，没有找到${what.zh}。`, en: `${where.en} and did not find ${what.en}.` };
}

/** What was heard may or may not count. */
export function explainDoubt(call: HeardCall, entries: readonly string[], turn: number): Bilingual {
  const [what, where] = [call.titles(entries), whereHeard(call, turn)];
  return {
    zh: `${where.zh}听到${what.zh}，可以有不同理解。引擎不判断，已交人工。`,
    en: `Heard ${what.en} ${where.en}, which can be read in more than one way. Not judged; queued for a person.`,
  };
}

/** Two sentences as one explanation. */
export const both = (a: Bilingual, b: Bilingual): Bilingual => ({ zh: a.zh + b.zh, en: `${a.en} ${b.en}` });
