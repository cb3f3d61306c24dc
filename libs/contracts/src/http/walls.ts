import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';

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
