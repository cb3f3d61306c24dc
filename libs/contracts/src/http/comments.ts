import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { defineRoutes, del, get, post, put } from './route.js';

const text = plainText().trim().min(1).max(1000);
/** People whom it mentions: the text names each after @. */
const mentions = z.array(z.uuid()).max(10);

export const newCommentSchema = z
  .object({
    legId: z.uuid(),
    /** Where in the recording, milliseconds; at most a day. */
    atMs: z.number().int().min(0).max(86_400_000),
    text,
    mentions: mentions.default([]),
  })
  .strict();
export type NewComment = z.input<typeof newCommentSchema>;
export const madeCommentSchema = z.object({ commentId: z.uuid() });
export type MadeComment = z.infer<typeof madeCommentSchema>;
export const editedCommentSchema = z
  .object({
    text,
    /** Left out: those of before whom the text still names. */
    mentions: mentions.optional(),
  })
  .strict();
export type EditedComment = z.infer<typeof editedCommentSchema>;

export const mentionableQuerySchema = z
  .object({
    legId: z.uuid(),
    /** Of a name in either language; without them the first of all. */
    letters: plainText().trim().max(40).default(''),
  })
  .strict();
/** At most ten. */
export const mentionableSchema = z.object({
  people: z.array(
    z.object({
      personId: z.uuid(),
      name: bilingualSchema,
      /** To tell people of one name apart. */
      team: bilingualSchema,
    }),
  ),
});
export type Mentionable = z.infer<typeof mentionableSchema>;

export const callCommentsSchema = z.object({
  comments: z.array(
    z.object({
      commentId: z.uuid(),
      legId: z.uuid(),
      /** null once the recording is destroyed. */
      atMs: z.number().int().nullable(),
      /** null where it was withdrawn, or ended with the recording. */
      text: z.string().nullable(),
      by: bilingualSchema,
      /** Whom it mentions: as the text names them, and as they are called now. */
      mentions: z.array(z.object({ personId: z.uuid(), saidAs: z.string(), name: bilingualSchema })),
      mine: z.boolean(),
      /** The agent sees it: its author published their review of the leg. */
      published: z.boolean(),
      writtenAt: z.iso.datetime(),
      withdrawnAt: z.iso.datetime().nullable(),
      /** Earlier wordings, the latest first; for people who judge. */
      earlier: z.array(z.object({ text: z.string(), at: z.iso.datetime() })),
    }),
  ),
});
export type CallComments = z.infer<typeof callCommentsSchema>;
export type CallComment = CallComments['comments'][number];

const JUDGES = { permission: 'scorecards.judge' } as const;

/** What people remark at a second of a call. */
export const commentsRoutes = defineRoutes('comments', 'reviews', {
  list: get('/api/v1/calls/{callId}/comments', {
    summary: 'Comments at seconds of a call',
    description:
      'People who judge see all, others those that were published with a review. Of a leg that one judges blind, only one’s own.',
    access: { permission: 'scorecards.read' },
    answer: callCommentsSchema,
  }),
  mentionable: get('/api/v1/calls/{callId}/comments/mentionable', {
    summary: 'People whom a comment of one’s own on a leg may mention, by letters of their names',
    description:
      'Those who see the comment once it is made: people who judge the leg and, where one’s review of it is published, its agent. At most ten.',
    access: JUDGES,
    query: mentionableQuerySchema,
    answer: mentionableSchema,
  }),
  make: post('/api/v1/calls/{callId}/comments', {
    summary: 'Comments a second of a call',
    description:
      'For people who may hear the leg. The agent sees it once its author publishes their review of the leg.',
    access: JUDGES,
    body: newCommentSchema,
    answer: madeCommentSchema,
    status: 201,
    refusals: ['mention_refused', 'no_grant', 'own_call', 'words_destroyed'],
  }),
  edit: put('/api/v1/calls/{callId}/comments/{commentId}', {
    summary: 'Words one’s own comment otherwise; earlier wordings stay',
    access: JUDGES,
    body: editedCommentSchema,
    refusals: ['comment_withdrawn', 'mention_refused', 'mentions_full', 'words_destroyed'],
  }),
  withdraw: del('/api/v1/calls/{callId}/comments/{commentId}', {
    summary: 'Withdraws one’s own comment; that it was made stays',
    access: JUDGES,
    refusals: ['comment_withdrawn'],
  }),
});
