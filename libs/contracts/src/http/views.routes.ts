import { z } from 'zod';
import { defaultViewSchema, newViewSchema, savedViewListSchema, viewChangeSchema } from './views.js';
import { defineRoutes, del, get, patch, post, put } from './route.js';

export const viewIdSchema = z.object({ viewId: z.uuid() });

/** Named filters of the list of calls. */
export const viewsRoutes = defineRoutes('views', 'views', {
  list: get('/api/v1/views', {
    summary: 'One’s own views, and those shared with a team that one may see',
    access: { permission: 'calls.read', whileIdle: true },
    answer: savedViewListSchema,
  }),
  create: post('/api/v1/views', {
    summary: 'Keeps filters of the list under a name',
    access: { permission: 'calls.read' },
    body: newViewSchema,
    answer: viewIdSchema,
    status: 201,
    refusals: ['team_not_yours', 'too_many_views', 'view_name_taken'],
  }),
  setDefault: put('/api/v1/views/default', {
    summary: 'Chooses the view that opens with the list, for this account',
    access: { permission: 'calls.read' },
    body: defaultViewSchema,
    refusals: ['not_found'],
  }),
  change: patch('/api/v1/views/{viewId}', {
    summary: 'Changes a view',
    access: { permission: 'calls.read' },
    body: viewChangeSchema,
    refusals: ['team_not_yours', 'view_name_taken'],
  }),
  delete: del('/api/v1/views/{viewId}', {
    summary: 'Deletes a view',
    description: 'Can be undone with `restore`.',
    access: { permission: 'calls.read' },
  }),
  restore: post('/api/v1/views/{viewId}/restore', {
    summary: 'Brings a deleted view back',
    access: { permission: 'calls.read' },
    refusals: ['team_not_yours', 'view_name_taken'],
  }),
});
