import { z } from 'zod';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';

const text = plainText().trim().min(1).max(1000);

export const newCommentSchema = z
  .object({
    legId: z.uuid(),
    /** Where in the recording, milliseconds; at most a day. */
    atMs: z.number().int().min(0).max(86_400_000),
    text,
  })
  .strict();
export type NewComment = z.infer<typeof newCommentSchema>;
export const madeCommentSchema = z.object({ commentId: z.uuid() });
export type MadeComment = z.infer<typeof madeCommentSchema>;
export const editedCommentSchema = z.object({ text }).strict();
export type EditedComment = z.infer<typeof editedCommentSchema>;

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
