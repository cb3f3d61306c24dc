import { z } from 'zod';

/** What an agent promised to do after the call. */
export const commitmentKindSchema = z.enum([
  'call_back',
  'reply',
  'send',
  'refund',
  'visit',
  'check',
  'hand_over',
  'settle',
]);
export type CommitmentKind = z.infer<typeof commitmentKindSchema>;

/** How the time of a commitment was found: from the words, or set by a person. */
export const dueBasisSchema = z.enum([
  'clock',
  'part_of_day',
  'day',
  'close_of_business',
  'elapsed',
  'days',
  'working_days',
  'period_end',
  'person',
]);
export type DueBasis = z.infer<typeof dueBasisSchema>;

/**
 * Why a commitment has no time, so that a person is asked to set one. `no_time`: none was said. The rest: one was said, and it cannot be decided
 * which. `calendar_unknown`: the company's calendar ends before the day.
 */
export const commitmentUnclearSchema = z.enum([
  'no_time',
  'ambiguous_day',
  'ambiguous_hour',
  'past',
  'impossible',
  'calendar_unknown',
  'no_working_hours',
  'customer_zone',
]);
export type CommitmentUnclear = z.infer<typeof commitmentUnclearSchema>;

/** `struck`: never was a promise. `superseded`: a newer transcript no longer has it, and no person had touched it. */
export const commitmentStateSchema = z.enum(['open', 'overdue', 'kept', 'broken', 'released', 'struck', 'superseded']);
export type CommitmentState = z.infer<typeof commitmentStateSchema>;

/** Everything that can happen to a commitment, as its history names it. */
export const commitmentActionSchema = z.enum([
  'found',
  'found_again',
  'superseded',
  'due_soon',
  'overdue',
  'time_set',
  'kept',
  'reopened',
  'broken',
  'released',
  'struck',
  'hand_over_proposed',
  'hand_over_accepted',
  'hand_over_declined',
  'hand_over_withdrawn',
  'candidate_found',
  'questioned',
  'upheld',
  'question_withdrawn',
]);
export type CommitmentAction = z.infer<typeof commitmentActionSchema>;
