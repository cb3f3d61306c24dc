import { type Speaker } from '#contracts';
import {
  ACTS_OF,
  featuresOf,
  GROUPS,
  MARGIN_ONE,
  sentencesOf,
  type Act,
  type ActSpeaker,
  type CorpusSentence,
} from '#quality';
import { type Read } from '../eval/model-calls/report-model-calls.js';

/*
 * Calls teach too
 *   Of a model call and the same call with one fault it is known what the fault is, and its sentences are those that only one of the two has. So
 *   the likeliest of them, by weights that the written sentences made, has the act, and what a model call says is no fault. Everything else about
 *   these sentences is not known, and neither teaches nor measures.
 */

/** What only the call with the fault has, and what only the model call has: by fault, the act that one of these sentences has. */
const ADDED: Readonly<Record<string, Partial<Record<ActSpeaker, readonly Act[]>>>> = {
  'ownership.no_deflection': { agent: ['sends_elsewhere', 'stuck'], customer: ['unsettled', 'upset'] },
  'ownership.resolution': { agent: ['stuck'], customer: ['unsettled', 'upset'] },
  'ownership.promise_has_time': { agent: ['next_untimed', 'forward'] },
};
const REMOVED: Readonly<Record<string, readonly Act[]>> = {
  'listening.confirmation': ['reads_back'],
  'empathy.acknowledgement': ['acknowledges'],
  'ownership.promise_has_time': ['next_timed', 'forward'],
  'conduct.identity_before_disclosure': ['asks_identity'],
};
/** What no sentence of a call with this fault does. */
const NOWHERE: Readonly<Record<string, readonly Act[]>> = {
  'listening.confirmation': ['reads_back'],
  'empathy.acknowledgement': ['acknowledges'],
};
/** Customers take offence at this fault and at no other. */
const OFFENDS = 'conduct.no_prohibited';
/** From this margin on a sentence of such a call is as likely as not to be what offends. */
const LIKELY = -0.25 * MARGIN_ONE;
/** A sentence is new when so much of it is nowhere in the model call. */
const NEW_FROM = 0.45;
const isNew = (features: ReadonlySet<number>, said: ReadonlySet<number>): boolean =>
  [...features].filter((one) => !said.has(one)).length >= NEW_FROM * features.size;

/** What no agent does in a call in which everything is right, whatever its words. */
const NO_FAULT: readonly Act[] = [
  ...GROUPS.forbidden!,
  ...(['forbidden', 'sends_elsewhere', 'skips_check', 'vague', 'not_ours', 'stuck'] as const),
];

/** How far on the side of each act of the speaker's a sentence is. */
export type Margins = (speaker: ActSpeaker, sentence: string) => readonly number[];

interface Known {
  readonly has: Set<Act>;
  readonly hasNot: Set<Act>;
}

function sentencesBy(call: Read, speaker: Speaker): string[] {
  return call.turns
    .filter((turn) => turn.speaker === speaker)
    .flatMap(({ text }) =>
      sentencesOf(text, call.language).map(({ fromChar, toChar }) => text.slice(fromChar, toChar)),
    );
}

/** @param calls model calls and, by `base`, the same with one fault each */
export function sentencesOfCalls(calls: readonly Read[], hand: string, margins: Margins): CorpusSentence[] {
  const known: Record<ActSpeaker, Map<string, Known>> = { agent: new Map(), customer: new Map() };
  const of = (speaker: ActSpeaker, text: string): Known => {
    const one = known[speaker].get(text) ?? { has: new Set<Act>(), hasNot: new Set<Act>() };
    known[speaker].set(text, one);
    return one;
  };
  const likeliest = (speaker: ActSpeaker, some: readonly string[], [act, ...more]: readonly Act[]): void => {
    const at = ACTS_OF[speaker].indexOf(act!);
    const told = some.map((text) => ({ text, margin: margins(speaker, text)[at]! }));
    const [best] = told.sort((a, b) => b.margin - a.margin);
    if (best) for (const one of [act!, ...more]) of(speaker, best.text).has.add(one);
  };
  /** What a customer answers first to words that only this call has: a customer takes offence at once, or not at all. */
  const answers = (call: Read, model: Read): void => {
    const said = new Set(model.turns.map(({ text }) => text));
    const at = call.turns.findIndex(({ speaker, text }) => speaker === 'agent' && !said.has(text));
    const answer = call.turns.slice(at + 1).find(({ speaker }) => speaker === 'customer');
    if (at < 0 || !answer || said.has(answer.text)) return;
    const [first] = sentencesBy({ ...call, turns: [answer] }, 'customer');
    if (first !== undefined) of('customer', first).has.add('offended');
  };
  /** What must not be said comes in several sentences, and in words that the model call has not. */
  const forbidden = (call: Read, model: Read): void => {
    const said = featuresOf(sentencesBy(model, 'agent').join(' '), call.language);
    const at = ACTS_OF.agent.indexOf('forbidden');
    const told = sentencesBy(call, 'agent')
      .filter((text) => isNew(featuresOf(text, call.language), said))
      .map((text) => ({ text, margin: margins('agent', text)[at]! }))
      .sort((a, b) => b.margin - a.margin);
    for (const { text, margin } of told) {
      if (margin >= Math.min(LIKELY, told[0]!.margin)) of('agent', text).has.add('forbidden');
    }
  };
  const models = new Map(calls.filter(({ fault }) => fault === null).map((call) => [call.id, call]));
  for (const model of models.values()) {
    for (const text of sentencesBy(model, 'agent')) for (const act of NO_FAULT) of('agent', text).hasNot.add(act);
  }
  for (const call of calls) {
    if (call.fault === OFFENDS) continue;
    for (const text of sentencesBy(call, 'customer')) of('customer', text).hasNot.add('offended');
  }
  for (const call of calls) {
    const model = models.get(call.base ?? '');
    if (!model || call.fault === null) continue;
    if (call.fault === OFFENDS) {
      answers(call, model);
      forbidden(call, model);
    }
    for (const speaker of ['agent', 'customer'] as const) {
      const [with_, without] = [sentencesBy(call, speaker), sentencesBy(model, speaker)];
      const [added, removed] = [
        with_.filter((one) => !without.includes(one)),
        without.filter((one) => !with_.includes(one)),
      ];
      likeliestOf(speaker, call.fault, added, removed);
      if (speaker === 'agent') {
        for (const act of NOWHERE[call.fault] ?? []) for (const text of with_) of(speaker, text).hasNot.add(act);
      }
    }
  }
  function likeliestOf(speaker: ActSpeaker, fault: string, added: readonly string[], removed: readonly string[]): void {
    const [come, gone] = [ADDED[fault]?.[speaker], speaker === 'agent' ? REMOVED[fault] : undefined];
    if (come) likeliest(speaker, added, come);
    if (gone) likeliest(speaker, removed, gone);
  }
  return (['agent', 'customer'] as const).flatMap((speaker) =>
    [...known[speaker]].map(([text, { has, hasNot }]): CorpusSentence => {
      const unsure = new Set(ACTS_OF[speaker].filter((act) => !has.has(act) && !hasNot.has(act)));
      return { hand, speaker, text, acts: has, unsure };
    }),
  );
}
