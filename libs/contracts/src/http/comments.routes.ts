import {
  callCommentsSchema,
  editedCommentSchema,
  madeCommentSchema,
  mentionableQuerySchema,
  mentionableSchema,
  newCommentSchema,
} from './comments.js';
import { defineRoutes, del, get, post, put } from './route.js';

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
