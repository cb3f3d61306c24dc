import { z } from 'zod';
import { floorAlarmKindSchema, floorAlarmSubjectSchema } from '../floor-alarms.js';
import { bilingualSchema, languageSchema } from '../language.js';
import { liveHearingSchema, liveRecordingSchema } from '../live-calls.js';
import { rateSchema } from './calls.js';
import { momentSchema } from './home.js';
import { defineRoutes, post } from './route.js';

/**
 * What the records of telephone systems tell of an agent now: `ringing` and `talking` in a call of the team, `elsewhere` in a call of another
 * team, `ended` since the last call of today, `unknown` where no record says, or where they cannot both be right.
 */
export const agentStateSchema = z.enum(['ringing', 'talking', 'elsewhere', 'ended', 'unknown']);
export type AgentState = z.infer<typeof agentStateSchema>;

/** A mean of points, 0–100, of so many calls. */
const meanSchema = z.object({ n: z.number().int(), percent: z.number() });

const trouble = momentSchema.pick({
  callId: true,
  legId: true,
  leg: true,
  startedAt: true,
  agent: true,
  checklistId: true,
  itemId: true,
  title: true,
  critical: true,
  reviewed: true,
  atMs: true,
  recording: true,
});

const time = z.iso.datetime();

/** An agent of the team. */
const agentRow = z.object({
  row: z.literal('agent'),
  personId: z.uuid(),
  staffNumber: z.string(),
  name: bilingualSchema,
  state: agentStateSchema,
  /** null where it is not known. */
  since: time.nullable(),
  call: z
    .object({
      callId: z.uuid(),
      /** Masked. */
      customer: z.string().nullable(),
      language: languageSchema.nullable(),
      queue: z.string().nullable(),
    })
    .nullable(),
  /** A call of the team that is captured now; null: none is. */
  capture: z
    .object({
      liveCallId: z.uuid(),
      /** Masked. */
      customer: z.string().nullable(),
      recording: liveRecordingSchema,
      since: time,
      hearing: liveHearingSchema,
    })
    .nullable(),
  /** Calls of the team that they answered today. */
  calls: z.number().int(),
});

const queueRow = z.object({
  row: z.literal('queue'),
  queue: z.string(),
  waiting: z.number().int(),
  longestSince: time.nullable(),
});

/** Service of today as Reports → Service counts it. */
const teamRow = z.object({
  row: z.literal('team'),
  name: bilingualSchema,
  offered: z.number().int(),
  answered: z.number().int(),
  abandoned: z.number().int(),
  inTime: rateSchema.nullable(),
  abandonment: rateSchema.nullable(),
  withinSeconds: z.number().int(),
  targetPercent: z.number().int(),
  /** When the latest record of any telephone system came; null: none ever did. */
  recordsAt: time.nullable(),
});

const alarmRow = z.object({
  row: z.literal('alarm'),
  kind: floorAlarmKindSchema,
  subject: floorAlarmSubjectSchema,
  since: time,
  /** The queue, the telephone system, or the agent’s staff number; null: it is about the team. */
  of: z.string().nullable(),
  acknowledged: z.object({ by: bilingualSchema, at: time }).nullable(),
});

/** Of automatic scores that count and that no person reviewed: which calls are reviewed is chosen, and would speak against the agent. */
const pointsRow = z.object({
  row: z.literal('points'),
  personId: z.uuid(),
  today: meanSchema.nullable(),
  /** The last weeks, this one last; null: too few calls. */
  weeks: z.array(meanSchema.nullable()),
  /** The latest of today that was not met and is trusted. */
  latest: trouble.nullable(),
});

const resultRow = trouble.extend({ row: z.literal('result'), landedAt: time });

const promisesRow = z.object({
  row: z.literal('promises'),
  overdue: z.number().int(),
  dueToday: z.number().int(),
  withoutTime: z.number().int(),
});

const promiseRow = z.object({
  row: z.literal('promise'),
  callId: z.uuid(),
  owner: bilingualSchema,
  customer: z.string().nullable(),
  dueAt: time,
  overdue: z.boolean(),
});

export const floorRowSchema = z.discriminatedUnion('row', [
  agentRow,
  queueRow,
  teamRow,
  alarmRow,
  pointsRow,
  resultRow,
  promisesRow,
  promiseRow,
]);
export type FloorRow = z.infer<typeof floorRowSchema>;
export type FloorRowOf<R extends FloorRow['row']> = Extract<FloorRow, { row: R }>;
/** By a name that stays the same for as long as the row is about the same. */
export type FloorRows = Record<string, FloorRow>;

/** Parts of a team's floor, each with the rights that it takes. */
export const floorPartSchema = z.enum(['line', 'results', 'promises']);
export type FloorPart = z.infer<typeof floorPartSchema>;

/** What changed of a part; of a whole one, all of it. A screen needs to ask nothing more. */
export const floorFrameSchema = z.object({
  /** By the server's clock, from which a screen counts how long something goes on. */
  at: time,
  teamId: z.uuid(),
  part: floorPartSchema,
  whole: z.boolean(),
  set: z.record(z.string(), floorRowSchema),
  gone: z.array(z.string()),
});
export type FloorFrame = z.infer<typeof floorFrameSchema>;

/** The teams within reach, and those that are shown: at most as many as one looks at. What was shown before is not any more. */
export const floorTeamsSchema = z.object({
  teams: z.array(z.object({ teamId: z.uuid(), name: bilingualSchema })),
  shown: z.array(z.uuid()),
});
export type FloorTeams = z.infer<typeof floorTeamsSchema>;

export interface FloorToClientEvents {
  teams: (teams: FloorTeams) => void;
  floor: (frame: FloorFrame) => void;
}

/** Its own room of the live socket. What is shown is said as it is opened: `{ teams: [id] }`. */
export const FLOOR_NAMESPACE = '/floor';
export const floorAskSchema = z.object({ teams: z.array(z.uuid()).max(50).optional() });

export const floorAcknowledgementSchema = z
  .object({ teamId: z.uuid(), kind: floorAlarmKindSchema, subject: floorAlarmSubjectSchema })
  .strict();
export type FloorAcknowledgement = z.infer<typeof floorAcknowledgementSchema>;

/** What a wall shows: everyone who passes reads it. */
export const wallRowSchema = z.discriminatedUnion('row', [
  agentRow.pick({ row: true, personId: true, name: true, state: true, since: true }),
  queueRow,
  teamRow.omit({ abandonment: true }),
]);
export type WallRow = z.infer<typeof wallRowSchema>;
export type WallRowOf<R extends WallRow['row']> = Extract<WallRow, { row: R }>;

export const wallFrameSchema = z.object({
  at: time,
  whole: z.boolean(),
  set: z.record(z.string(), wallRowSchema),
  gone: z.array(z.string()),
});
export type WallFrame = z.infer<typeof wallFrameSchema>;

export interface WallToClientEvents {
  wall: (frame: WallFrame) => void;
  /** The link has ended, or was revoked. */
  ended: () => void;
}

export const WALL_NAMESPACE = '/wall';
/** What a wall is refused with whose link is over. */
export const WALL_OVER = 'wall_over';

/** What is done on the floor. What it shows, the live socket sends (docs/decisions/0133). */
export const floorRoutes = defineRoutes('floor', 'live', {
  acknowledge: post('/api/v1/floor/acknowledgements', {
    summary: 'Says that one looks after an alarm of the floor',
    description:
      'Everyone who sees the team’s floor sees who does. A second time changes nothing; of two people the first does.',
    access: { permission: 'floor.answer' },
    body: floorAcknowledgementSchema,
    refusals: ['floor_alarm_over', 'floor_alarm_taken'],
  }),
});
