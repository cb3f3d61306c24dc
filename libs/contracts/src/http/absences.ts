import { z } from 'zod';
import { absenceStateSchema, delegableWorkSchema } from '../absences.js';
import { bilingualSchema } from '../language.js';
import { plainText } from '../plain-text.js';

const personRef = z.object({ personId: z.uuid(), name: bilingualSchema, staffNumber: z.string() });
export type AbsencePerson = z.infer<typeof personRef>;

export const absenceSchema = z.object({
  absenceId: z.uuid(),
  /** Who is away. */
  person: personRef,
  deputy: personRef,
  /** First and last day, by the site's calendar. */
  firstOn: z.iso.date(),
  lastOn: z.iso.date(),
  works: z.array(delegableWorkSchema),
  state: absenceStateSchema,
  /** The deputy deputises at this moment. */
  inForce: z.boolean(),
  askedAt: z.iso.datetime(),
  /** Why the deputy declined, in their words. */
  reason: z.string().nullable(),
  /** Some of it is more than the deputy's own roles allow: until a second person confirms, they do what both may. */
  needsConfirmation: z.boolean(),
  confirmedBy: personRef.nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** The asker may confirm it now. */
  mayConfirm: z.boolean(),
  mayEnd: z.boolean(),
});
export type AbsenceView = z.infer<typeof absenceSchema>;

export const myAbsencesSchema = z.object({
  /** Work that one's roles let one hand over; none: there is nothing to delegate. */
  works: z.array(delegableWorkSchema),
  /** Own absences, and those in which one deputises or is asked to; the latest first. */
  away: z.array(absenceSchema),
  standsIn: z.array(absenceSchema),
});
export type MyAbsences = z.infer<typeof myAbsencesSchema>;

export const absenceListSchema = z.object({ items: z.array(absenceSchema) });
export type AbsenceList = z.infer<typeof absenceListSchema>;

export const newAbsenceSchema = z
  .object({
    deputyPersonId: z.uuid(),
    firstOn: z.iso.date(),
    lastOn: z.iso.date(),
    works: z.array(delegableWorkSchema).min(1).max(delegableWorkSchema.options.length),
  })
  .strict();
export type NewAbsence = z.infer<typeof newAbsenceSchema>;

export const absenceAnswerSchema = z
  .object({ accept: z.boolean(), reason: plainText().trim().min(3).max(500).nullable() })
  .strict();
export type AbsenceAnswer = z.infer<typeof absenceAnswerSchema>;

export const possibleDeputiesQuerySchema = z.object({ q: plainText().trim().max(80).optional() }).strict();
export const possibleDeputiesSchema = z.object({ items: z.array(personRef.extend({ team: bilingualSchema })) });
export type PossibleDeputies = z.infer<typeof possibleDeputiesSchema>;

export const actingChoiceSchema = z.object({ absenceId: z.uuid().nullable() }).strict();

/** What was done in the name of the person who was away, the latest first; at most 200 entries. */
export const doneForSchema = z.object({
  total: z.number().int(),
  items: z.array(
    z.object({
      at: z.iso.datetime(),
      event: z.string(),
      callId: z.uuid().nullable(),
      /** What people call the thing it is about: LR-0012. */
      ref: z.string().nullable(),
      /** To whom it was done, where it was done to a person. */
      whom: bilingualSchema.nullable(),
      details: z.record(z.string(), z.unknown()).nullable(),
      by: bilingualSchema,
    }),
  ),
});
export type DoneFor = z.infer<typeof doneForSchema>;

/** Colleagues who are away now, and who deputises. */
export const awayNowSchema = z.object({
  items: z.array(
    z.object({
      personId: z.uuid(),
      lastOn: z.iso.date(),
      deputy: bilingualSchema,
      works: z.array(delegableWorkSchema),
    }),
  ),
});
export type AwayNow = z.infer<typeof awayNowSchema>;
