import { z } from 'zod';
import { type Bilingual } from './language.js';
import { type Role } from './roles.js';

/**
 * What may be missing of a call that is known. `not_recorded`: an agent answered by the telephone records, and no recording came.
 * `recorded_without_call`: a recording of whose call the telephone records know nothing, although its source sends them for that time.
 * `empty`: nothing sounds in it. `one_channel_silent`: one of two sides cannot be heard. `length_differs`: it is shorter or longer than the
 * agent talked. `ended_before_call`: it breaks off. `several_agents`: the talk lies in another agent's recording. `not_transcribed`, `not_scored`: no words, or no score, long after they were due.
 */
export const gapKindSchema = z.enum([
  'not_recorded',
  'recorded_without_call',
  'empty',
  'one_channel_silent',
  'length_differs',
  'ended_before_call',
  'several_agents',
  'not_transcribed',
  'not_scored',
]);
export type GapKind = z.infer<typeof gapKindSchema>;

/** What the board, the journal and messages call it. */
export const GAP_WORDS: Record<GapKind, Bilingual> = {
  not_recorded: { zh: '没有录音', en: 'No recording' },
  recorded_without_call: { zh: '有录音，无话单', en: 'Recording without a call record' },
  empty: { zh: '录音无声', en: 'Recording without sound' },
  one_channel_silent: { zh: '单侧无声', en: 'One side silent' },
  length_differs: { zh: '时长不符', en: 'Length differs' },
  ended_before_call: { zh: '录音提前结束', en: 'Ended before the call' },
  several_agents: { zh: '一段录音里有多名坐席', en: 'Several agents in one recording' },
  not_transcribed: { zh: '没有文字', en: 'No words' },
  not_scored: { zh: '没有评分', en: 'No score' },
};

/** Who is to mend it as long as no person has taken it: a score needs a checklist, everything else the installation. */
export const GAP_ROLE: Record<GapKind, Extract<Role, 'administrator' | 'quality_manager'>> = {
  not_recorded: 'administrator',
  recorded_without_call: 'administrator',
  empty: 'administrator',
  one_channel_silent: 'administrator',
  length_differs: 'administrator',
  ended_before_call: 'administrator',
  several_agents: 'administrator',
  not_transcribed: 'administrator',
  not_scored: 'quality_manager',
};

/** `lapsed`: the call was given up, destroyed, or must not be recorded after all, so that nothing is missing of it. */
export const gapClosingSchema = z.enum(['mended', 'accepted', 'lapsed']);
export type GapClosing = z.infer<typeof gapClosingSchema>;

/** Why a gap is accepted as it is. `other` needs words beside it. */
export const gapAcceptanceSchema = z.enum(['cannot_be_mended', 'not_needed', 'known_outage', 'other']);
export type GapAcceptance = z.infer<typeof gapAcceptanceSchema>;

/**
 * Why a recording of several agents is not split. `start_unknown`: it is not told when it began. `times_unknown`: not when each of them talked.
 * `agent_unknown`: not who one of them was. `overlap`: two talk at once. `not_whole`: clocks disagree, or a talk lies in it in part. `held`: a
 * hold keeps it as it is. `decided`: people have judged, noted or asked for what is heard in it. `not_split_any_more`: it was split, and
 * records tell now that it holds one agent.
 */
export const splitDoubtSchema = z.enum([
  'start_unknown',
  'times_unknown',
  'agent_unknown',
  'overlap',
  'not_whole',
  'held',
  'decided',
  'not_split_any_more',
]);
export type SplitDoubt = z.infer<typeof splitDoubtSchema>;

/**
 * What became of sound that was captured as it was spoken. `agent_unknown`: it waits until it is told whose telephone it was. `given_up`: it
 * waited so for as long as it may, and was destroyed. `refused`: it cannot be taken in, and was destroyed. `not_decoded`: its codec is not known here, so
 * that nothing of it is heard.
 */
export const captureLossSchema = z.enum(['agent_unknown', 'given_up', 'refused', 'not_decoded']);
export type CaptureLoss = z.infer<typeof captureLossSchema>;

/** What the gap was told by: milliseconds, which channel (0 left, 1 right), and a code. No words. */
export const gapFactsSchema = z.object({
  /** Of `several_agents`: absent while it is being split. */
  doubt: splitDoubtSchema.optional(),
  /** Of a call that was captured as it was spoken. */
  capture: captureLossSchema.optional(),
  talkMs: z.number().int().optional(),
  recordedMs: z.number().int().optional(),
  missingMs: z.number().int().optional(),
  channel: z.number().int().optional(),
});
export type GapFacts = z.infer<typeof gapFactsSchema>;

/** How long is waited until something counts as missing, what counts as another length, and when people are told. */
export const completenessSettingsSchema = z
  .object({
    /** After the end of a talk, until its recording must be there; after a recording came, until its call must be known. */
    recordingMinutes: z.number().int().min(5).max(10_080),
    /** After a recording came, until it must have words; after the words, until there must be a score. */
    workMinutes: z.number().int().min(15).max(10_080),
    /** A recording may be so much shorter or longer than the talk; of a long talk a twentieth, where that is more. */
    toleranceSeconds: z.number().int().min(2).max(300),
    /** So many percent of the calls of a team or a source on one day ought to have no gap; null: no alarm. */
    targetPercent: z.number().int().min(50).max(100).nullable(),
    /** A gap that is open longer raises an alarm; null: none does. */
    alarmHours: z.number().int().min(1).max(720).nullable(),
  })
  .strict();
export type CompletenessSettings = z.infer<typeof completenessSettingsSchema>;

export const DEFAULT_COMPLETENESS: CompletenessSettings = {
  recordingMinutes: 15,
  workMinutes: 60,
  toleranceSeconds: 10,
  targetPercent: 99,
  alarmHours: 24,
};

/** A share says nothing about a handful of calls: below this many a day raises no alarm. */
export const FEWEST_TO_ALARM = 20;
