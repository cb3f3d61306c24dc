import { defineRoutes, del, get, post } from './route.js';
import { madeWallSchema, newWallSchema, wallListSchema, wallOpeningSchema } from './walls.js';

/** Screens on a wall: the floor of one team on one device, until an end, without an account. */
export const wallsRoutes = defineRoutes('walls', 'live', {
  list: get('/api/v1/walls', {
    summary: 'Wall screens whose link is in force',
    access: { permission: 'walls.manage', reach: 'company' },
    answer: wallListSchema,
  }),
  make: post('/api/v1/walls', {
    summary: 'Makes the link of a wall screen',
    description: 'It is said this once, and opens on one device, within a day. Takes a fresh proof of identity.',
    access: { permission: 'walls.manage', reach: 'company', stepUp: true },
    body: newWallSchema,
    answer: madeWallSchema,
    status: 201,
    refusals: ['wall_of_unknown_team'],
  }),
  revoke: del('/api/v1/walls/{wallId}', {
    summary: 'Ends a wall screen at once',
    access: { permission: 'walls.manage', reach: 'company' },
    refusals: ['wall_not_found'],
  }),
  open: post('/api/v1/walls/opening', {
    summary: 'Makes the browser that has a link its device, by a cookie',
    description: 'A link opens once, within a day; what it shows, the live socket sends.',
    access: { public: true, guess: true },
    body: wallOpeningSchema,
    refusals: ['wall_link_over'],
  }),
});
