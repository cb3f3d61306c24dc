import { z } from 'zod';
import { type Bilingual, type Language, inWords } from './language.js';
import { plainText } from './plain-text.js';

/*
 * What is known of an agent's part of a call. One row says a fact: its values, in which unit, how it is asked for and named, whether the list
 * of a folder may give it, and whether a person may correct it. Uploads, corrections, folders, the call's page and the journal follow from
 * the row; beside it stands the column of `leg`, and its migration.
 */

/** A stretch on hold, milliseconds from the start of the recording, its sound included. */
export const holdSpanSchema = z
  .object({ fromMs: z.number().int().nonnegative(), toMs: z.number().int().positive() })
  .strict()
  .refine((s) => s.toMs > s.fromMs, inWords('toMs 须晚于 fromMs', 'toMs must be after fromMs'));
export type HoldSpan = z.infer<typeof holdSpanSchema>;

interface Row {
  /** What a correction changes, within a sentence. */
  named: Bilingual;
  /** Above its field; where it is left out, its name is. */
  asked?: Bilingual;
  /** The list that lies in a folder may have a column of it. */
  listed?: true;
  /** An upload alone says it, in place of others. */
  corrected?: false;
}

const timestamp = z.iso.datetime({ offset: true });

const text = <const R extends Row>(longest: number, row: R) => {
  const value = plainText().trim().min(1).max(longest);
  const said = { upload: value.optional(), correction: value.nullable().optional(), shown: z.string().nullable() };
  return { kind: 'text' as const, longest, ...said, ...row };
};

const seconds = <const R extends Row>(most: number, row: R) => {
  const value = z.number().nonnegative().max(most);
  const said = { upload: value.optional(), correction: value.nullable().optional(), shown: z.number().nullable() };
  return { kind: 'seconds' as const, most, ...said, ...row };
};

const time = <const R extends Row>(row: R) => {
  const shown = z.iso.datetime().nullable();
  return {
    kind: 'time' as const,
    upload: timestamp.optional(),
    correction: timestamp.nullable().optional(),
    shown,
    ...row,
  };
};

const choice = <const V extends string, const R extends Row>(options: Record<V, Bilingual>, row: R) => {
  const value = z.enum(Object.keys(options) as [V, ...V[]]);
  const said = { upload: value.optional(), correction: value.nullable().optional(), shown: value.nullable() };
  return { kind: 'choice' as const, options, ...said, ...row };
};

const yesNo = <const R extends Row>(row: R) => {
  const said = { upload: z.boolean().optional(), correction: z.boolean().nullable().optional() };
  return { kind: 'yes_no' as const, ...said, shown: z.boolean().nullable(), ...row };
};

/** Stretches of a recording; none is an empty list, and not unknown. */
const spans = <const R extends Row>(row: R) => {
  const value = z.array(holdSpanSchema).max(200);
  return {
    kind: 'spans' as const,
    upload: value.default([]),
    correction: value.optional(),
    shown: z.array(holdSpanSchema),
    ...row,
  };
};

export const LEG_FACTS = {
  /** Name of the queue; retention schedules may ask for it. */
  queue: text(60, { named: { zh: '队列', en: 'queue' }, asked: { zh: '队列', en: 'Queue' } }),
  queueSeconds: seconds(86_400, {
    named: { zh: '排队时间', en: 'time in the queue' },
    asked: { zh: '排队时间（秒）', en: 'Time in the queue (s)' },
    listed: true,
  }),
  /** When the agent's telephone began to ring; the queue does not count. */
  alertedAt: time({ named: { zh: '振铃时间', en: 'ringing' }, asked: { zh: '振铃时间', en: 'Rang' }, listed: true }),
  answeredAt: time({
    named: { zh: '接听时间', en: 'answer' },
    asked: { zh: '接听时间', en: 'Answered' },
    listed: true,
  }),
  /** Instead of both: how long it rang. The call is then taken to have begun to ring at `startedAt`. */
  ringSeconds: seconds(3_600, { named: { zh: '振铃时长', en: 'ring time' }, listed: true, corrected: false }),
  endedAt: time({ named: { zh: '结束时间', en: 'end' }, asked: { zh: '结束时间', en: 'Ended' }, listed: true }),
  hangupParty: choice(
    {
      agent: { zh: '坐席先挂机', en: 'Agent hung up first' },
      customer: { zh: '客户先挂机', en: 'Customer hung up first' },
      system: { zh: '系统结束通话', en: 'Ended by the system' },
    },
    { named: { zh: '挂机方', en: 'who hung up' }, asked: { zh: '挂机方', en: 'Who hung up' }, listed: true },
  ),
  transfer: choice(
    {
      none: { zh: '未转接', en: 'Not transferred' },
      blind: { zh: '盲转', en: 'Blind' },
      warm: { zh: '咨询转接', en: 'With briefing' },
    },
    { named: { zh: '转接', en: 'transfer' }, asked: { zh: '转接', en: 'Transfer' }, listed: true },
  ),
  consulted: yesNo({
    named: { zh: '咨询', en: 'consultation' },
    asked: { zh: '是否咨询过同事', en: 'Asked a colleague' },
  }),
  holdSpans: spans({ named: { zh: '保持时段', en: 'holds' } }),
};

type Facts = typeof LEG_FACTS;
export type LegFactName = keyof Facts;
type NamesOf<Flags> = { [F in LegFactName]: Facts[F] extends Flags ? F : never }[LegFactName];
export type CorrectedFact = Exclude<LegFactName, NamesOf<{ corrected: false }>>;
export type ListedFact = NamesOf<{ listed: true }>;

const NAMES = Object.keys(LEG_FACTS) as LegFactName[];
const rowOf = (name: LegFactName): Row & { kind: Facts[LegFactName]['kind'] } => LEG_FACTS[name];

export const CORRECTED_FACTS = NAMES.filter((name) => rowOf(name).corrected !== false) as CorrectedFact[];
export const LISTED_FACTS = NAMES.filter((name) => rowOf(name).listed) as ListedFact[];
export const isTimeOfLeg = (name: string): boolean => name in LEG_FACTS && rowOf(name as LegFactName).kind === 'time';
/** Values that the journal may hold: times, codes and numbers, and no words. */
export const isClosedFact = (name: CorrectedFact): boolean => !['text', 'spans'].includes(rowOf(name).kind);

const shape = <Name extends LegFactName, Part extends 'upload' | 'correction' | 'shown'>(
  names: readonly Name[],
  part: Part,
) => Object.fromEntries(names.map((name) => [name, LEG_FACTS[name][part]])) as { [F in Name]: Facts[F][Part] };

/** As fields of an upload, of a correction, and of a leg on the call's page. */
export const uploadedFacts = shape(NAMES, 'upload');
export const correctedFacts = shape(CORRECTED_FACTS, 'correction');
export const shownFacts = shape(CORRECTED_FACTS, 'shown');

/** What facts are called, for a screen's own words. */
export const factWords = (language: Language, way: 'named' | 'asked') =>
  Object.fromEntries(
    CORRECTED_FACTS.map((name) => {
      const { named, asked = named } = rowOf(name);
      return [name, (way === 'named' ? named : asked)[language]];
    }),
  ) as Record<CorrectedFact, string>;
