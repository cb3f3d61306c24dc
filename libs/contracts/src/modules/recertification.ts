import { z } from 'zod';
import { delegableWorkSchema } from '../absences.js';
import { event } from '../events/event.js';
import { csvFile, defineRoutes, get, post, put } from '../route.js';
import { bilingualSchema, languageSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { permissionSchema, roleSchema } from '../roles.js';
import { defineModule } from './module.js';

/**
 * Where one right of a round is. `removal_asked`: it is no longer needed and waits for the person who can take it away; `gone`: it ended before an
 * answer came.
 */
export const recertifiedStateSchema = z.enum(['open', 'kept', 'removal_asked', 'removed', 'gone']);
export type RecertifiedState = z.infer<typeof recertifiedStateSchema>;

/**
 * What a right is: a person's role; a standing grant; a token by which programmes act for a person, one of a directory (SCIM) too; a token of a
 * service; what a group at the identity provider proposes; or that a person deputises for another.
 */
export const recertifiedKindSchema = z.enum(['role', 'grant', 'token', 'service_token', 'group', 'deputy']);
export type RecertifiedKind = z.infer<typeof recertifiedKindSchema>;

/** Another right than these ends with the answer that it is not needed. */
export const TAKEN_ELSEWHERE: readonly RecertifiedKind[] = ['role', 'grant'];

export const recertificationAnswerSchema = z.enum(['keep', 'remove']);
export type RecertificationAnswer = z.infer<typeof recertificationAnswerSchema>;

export const DEFAULT_RECERTIFICATION = { everyMonths: 6, answerDays: 21 } as const;

const who = z.object({ personId: z.uuid(), name: bilingualSchema });
const count = z.number().int();

/** How often it is asked who still needs which right. */
export const recertificationSettingsSchema = z
  .object({
    everyMonths: z.number().int().min(1).max(24),
    /** Days in which to answer. */
    answerDays: z.number().int().min(3).max(90),
    /** The day of the next round by the site's calendar; null: none is asked. */
    nextOn: z.iso.date().nullable(),
  })
  .strict();
export type RecertificationSettings = z.infer<typeof recertificationSettingsSchema>;

/** One round, with what of it is within reach. */
export const recertificationRoundSchema = z.object({
  roundId: z.uuid(),
  /** `RC-0001`. */
  code: z.string(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  counts: z.object({ open: count, kept: count, removalAsked: count, removed: count, gone: count }),
});
export type RecertificationRound = z.infer<typeof recertificationRoundSchema>;

export const recertificationListSchema = z.object({
  settings: recertificationSettingsSchema,
  rounds: z.array(recertificationRoundSchema),
});
export type RecertificationList = z.infer<typeof recertificationListSchema>;

/** One right about which it is asked. */
export const recertifiedItemSchema = z.object({
  itemId: z.uuid(),
  kind: recertifiedKindSchema,
  /** Whose role or token it is, who answers for a service's, or who deputises; of a standing grant and a group null. */
  person: who.extend({ staffNumber: z.string(), team: bilingualSchema }).nullable(),
  /** Of a token and of a deputy the one that reaches furthest of those by which they act. */
  role: roleSchema,
  /** `SG-0001`, of a standing grant. */
  grant: z.string().nullable(),
  /** What a token, a service or a group at the identity provider is called. */
  named: z.string().nullable(),
  /** What a token may do. */
  scopes: z.array(permissionSchema).nullable(),
  /** When a token was last used; null: never. */
  lastUsedAt: z.iso.datetime().nullable(),
  /** For whom a deputy acts, until which day, and for which work. */
  deputyFor: who.extend({ lastOn: z.iso.date(), works: z.array(delegableWorkSchema) }).nullable(),
  /** Of a role and a standing grant: who let whom in, the proposer first; empty where that was by the installation, or is over. */
  givenBy: z.array(who),
  /** In a small house, one person stood for both. */
  byOnePerson: z.boolean(),
  reach: z.object({ team: bilingualSchema.nullable(), client: bilingualSchema.nullable() }),
  state: recertifiedStateSchema,
  answeredBy: who.nullable(),
  answeredAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  removedBy: who.nullable(),
  removedAt: z.iso.datetime().nullable(),
  mayAnswer: z.boolean(),
  /** The removal that was asked for is the asker's to carry out. */
  mayRemove: z.boolean(),
});
export type RecertifiedItem = z.infer<typeof recertifiedItemSchema>;

export const recertifiedQuerySchema = z
  .object({
    state: recertifiedStateSchema.optional(),
    cursor: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  })
  .strict();
export type RecertifiedQuery = z.infer<typeof recertifiedQuerySchema>;

export const recertifiedListSchema = z.object({
  items: z.array(recertifiedItemSchema),
  nextCursor: z.uuid().nullable(),
});
export type RecertifiedList = z.infer<typeof recertifiedListSchema>;

export const recertificationAnswersSchema = z
  .object({
    itemIds: z.array(z.uuid()).min(1).max(200),
    answer: recertificationAnswerSchema,
    /** Why: in the words of the person who answers. */
    reason: plainText().trim().min(3).max(500),
  })
  .strict();
export type RecertificationAnswers = z.infer<typeof recertificationAnswersSchema>;

export const recertificationFileQuerySchema = z.object({ exportLanguage: languageSchema.optional() }).strict();

/** On a schedule it is asked who still needs which role and which standing grant. */
export const recertificationRoutes = defineRoutes('recertification', 'people', {
  list: get('/api/v1/recertifications', {
    summary: 'Rounds in which it is asked who still needs which right, and when the next one is',
    description: 'Counts are of what is within reach.',
    access: { permission: 'recertification.read' },
    answer: recertificationListSchema,
  }),
  set: put('/api/v1/recertifications/settings', {
    summary: 'Says how often it is asked, and from when',
    access: { permission: 'recertification.manage', reach: 'company' },
    body: recertificationSettingsSchema,
    answer: recertificationSettingsSchema,
    refusals: ['recertification_in_the_past'],
  }),
  items: get('/api/v1/recertifications/{roundId}/items', {
    summary: 'Rights of a round within reach, with their answers',
    access: { permission: 'recertification.read' },
    query: recertifiedQuerySchema,
    answer: recertifiedListSchema,
    refusals: ['recertification_not_found'],
  }),
  answer: post('/api/v1/recertifications/answers', {
    summary: 'Says of up to 200 rights whether they are still needed',
    description:
      'All of them or none. Takes a fresh proof of identity. Who may take the role away takes it away by answering “remove”; of others it waits for a person who may.',
    access: { permission: 'recertification.answer', stepUp: true },
    body: recertificationAnswersSchema,
    refusals: [
      'recertification_not_found',
      'recertification_answered',
      'recertification_own',
      'recertification_giver',
      'last_administrator',
    ],
  }),
  remove: post('/api/v1/recertifications/items/{itemId}/removal', {
    summary: 'Takes a role away of which a supervisor said that it is not needed',
    description: 'Takes a fresh proof of identity.',
    access: { permission: 'people.manage', stepUp: true },
    refusals: [
      'recertification_not_found',
      'recertification_answered',
      'recertification_own',
      'role_beyond_reach',
      'last_administrator',
    ],
  }),
  file: get('/api/v1/recertifications/{roundId}/file', {
    summary: 'A round as a file, for auditors',
    access: { permission: 'recertification.report', reach: 'company' },
    query: recertificationFileQuerySchema,
    answer: csvFile,
    refusals: ['recertification_not_found'],
  }),
});

const id = z.uuid();
const OF_ROUND = { roundId: id, items: z.number().int() };
const OF_ITEM = { roundId: id, itemId: id, kind: recertifiedKindSchema };

/** What the journal says of it. */
const recertificationEvents = {
  'recertification.set': event(
    '{{who}} 设置权限复审：每 {{everyMonths}} 个月一次',
    '{{who}} set how often rights are reviewed, in months: {{everyMonths}}',
    { everyMonths: z.number().int(), answerDays: z.number().int(), nextOn: z.iso.date().nullable() },
  ),
  'recertification.opened': event(
    '权限复审开始，共 {{items}} 项',
    'A permission review began, permissions: {{items}}',
    OF_ROUND,
  ),
  'recertification.reminded': event(
    '提醒权限复审，还有 {{items}} 项未答复',
    'Reminded of a permission review, without an answer: {{items}}',
    OF_ROUND,
  ),
  'recertification.overdue': event(
    '权限复审已逾期，还有 {{items}} 项未答复',
    'A permission review is overdue, without an answer: {{items}}',
    OF_ROUND,
  ),
  'recertification.answered': event('{{who}} 答复权限复审', '{{who}} answered in a permission review', {
    ...OF_ITEM,
    answer: recertificationAnswerSchema,
  }),
  'recertification.carried_out': event(
    '权限复审中不再需要的权限已移除',
    'A permission that is no longer needed was removed',
    OF_ITEM,
  ),
  'recertification.closed': event(
    '权限复审结束，共 {{items}} 项',
    'A permission review ended, permissions: {{items}}',
    OF_ROUND,
  ),
  'recertification.exported': event(
    '{{who}} 导出权限复审，共 {{items}} 项',
    '{{who}} exported a permission review, permissions: {{items}}',
    OF_ROUND,
  ),
};

export const recertificationModule = defineModule({
  name: 'recertification',
  routes: recertificationRoutes,
  events: recertificationEvents,
  domain: 'company',
  permissions: ['recertification.read', 'recertification.answer', 'recertification.manage', 'recertification.report'],
  schedules: { 'tend-recertifications': { zh: '权限复审', en: 'Ask who still needs which right' } },
});
