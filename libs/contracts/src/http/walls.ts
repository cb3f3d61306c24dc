import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';
import { defineRoutes, del, get, post } from './route.js';

export const newWallSchema = z
  .object({
    teamId: z.uuid(),
    /** Where it hangs. */
    device: plainText().trim().min(1).max(60),
    days: z.number().int().min(1).max(366),
  })
  .strict();
export type NewWall = z.infer<typeof newWallSchema>;

/** `token` goes into the address of the wall, after the hash: it is said this once. */
export const madeWallSchema = z.object({ wallId: z.uuid(), token: z.string() });
export type MadeWall = z.infer<typeof madeWallSchema>;

export const wallListSchema = z.object({
  items: z.array(
    z.object({
      wallId: z.uuid(),
      team: z.object({ teamId: z.uuid(), name: bilingualSchema }),
      device: z.string(),
      madeBy: bilingualSchema,
      madeAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      /** null: no device opened it yet. */
      openedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type WallList = z.infer<typeof wallListSchema>;
export type WallView = WallList['items'][number];

export const wallOpeningSchema = z.object({ token: z.string().regex(/^[\w-]{43}$/) }).strict();

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
