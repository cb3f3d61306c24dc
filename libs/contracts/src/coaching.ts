import { z } from 'zod';

/** Where a coaching session is. The agent sees it from `shared` on. `acknowledged`: they have read it, which is no consent. */
export const coachingStateSchema = z.enum(['draft', 'shared', 'answered', 'acknowledged', 'closed']);
export type CoachingState = z.infer<typeof coachingStateSchema>;

/** Why an agent's own scoring ended without their answers. `handed_over`: the leg turned out to be another person's. */
export const evaluationEndSchema = z.enum(['lapsed', 'taken_back', 'closed', 'handed_over']);
export type EvaluationEnd = z.infer<typeof evaluationEndSchema>;

/** The longest that a result is kept from its agent, days; and how many days they keep to contest it afterwards. */
export const EVALUATION_DAYS = 7;
export const DAYS_LEFT_TO_CONTEST = 3;

/** What can be measured of a call without judging it. `longest_silence`: seconds. `talk_share`: the agent's, per cent. */
export const goalMeasureSchema = z.enum(['longest_silence', 'interruptions', 'talk_share']);
export type GoalMeasure = z.infer<typeof goalMeasureSchema>;

/** With fewer calls than this, a follow-up says only that they are too few. */
export const LEAST_CALLS = 10;

/** What the calls since say of a goal. `cannot_tell`: the interval holds the target. */
export const goalReachedSchema = z.enum(['too_few', 'reached', 'not_reached', 'cannot_tell']);
export type GoalReached = z.infer<typeof goalReachedSchema>;

/** How they compare with the calls before. `cannot_tell`: the intervals overlap. `judged_otherwise`: another version of the checklist judged some. */
export const goalChangeSchema = z.enum(['too_few', 'better', 'worse', 'cannot_tell', 'judged_otherwise']);
export type GoalChange = z.infer<typeof goalChangeSchema>;

/** Most moments of a session. */
export const MOST_MOMENTS = 20;

/** Who may hear a best call: people of its team, or of the company. */
export const bestCallScopeSchema = z.enum(['team', 'company']);
export type BestCallScope = z.infer<typeof bestCallScopeSchema>;

/** `asked`: it waits for its agent. `agreed`: for a second person. */
export const bestCallStateSchema = z.enum(['asked', 'agreed', 'published', 'ended']);
export type BestCallState = z.infer<typeof bestCallStateSchema>;

/** Why it ended. `destroyed`: with its recording. `handed_over`: the leg turned out to be another person's. */
export const bestCallEndSchema = z.enum(['declined', 'agreement_taken_back', 'withdrawn', 'destroyed', 'handed_over']);
export type BestCallEnd = z.infer<typeof bestCallEndSchema>;
