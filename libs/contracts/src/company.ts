import { z } from 'zod';
import { bilingualSchema, inWords } from './language.js';

/** A time of day on a wall clock, `21:00`. */
export const clockTimeSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, inWords('请写成 21:00 这样的时刻', 'a time of day like 21:00'));

/** A country of ISO 3166-1, or one of its parts where rules differ there: `CN`, `US-CA`. */
export const regionSchema = z
  .string()
  .regex(
    /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
    inWords('国家如 CN，或地区如 US-CA', 'a country like CN or a subdivision like US-CA'),
  );

/** When agents must not call customers (policy P1 §6): from one time of day to another, over midnight where `to` is earlier. */
export const quietHoursSchema = z
  .object({
    /** The region whose customers it protects, as in a call's metadata: `CN`, `US-CA`. A country covers its subdivisions. */
    region: regionSchema,
    /** IANA zone of the region's clocks. */
    timeZone: z.string().min(1).max(60),
    from: clockTimeSchema,
    to: clockTimeSchema,
  })
  .strict();
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** The company's own working time in the site's zone. Weekdays after ISO 8601: 1 is Monday. */
export const workingHoursSchema = z
  .object({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
    from: clockTimeSchema,
    to: clockTimeSchema,
  })
  .strict();
export type WorkingHours = z.infer<typeof workingHoursSchema>;

/** Kinds of facts that callers are told apart by. */
export const identityFactSchema = z.enum([
  'name',
  'birth',
  'address',
  'number',
  'contact',
  'secret',
  'document',
  'date',
]);
export type IdentityFact = z.infer<typeof identityFactSchema>;

/** Which facts the company takes for proof of who calls, and how many of them it needs before anything of an account is told. */
export const identityListSchema = z
  .object({
    facts: z.array(identityFactSchema).min(1).max(identityFactSchema.options.length),
    enough: z.number().int().min(1),
  })
  .strict();
export type IdentityList = z.infer<typeof identityListSchema>;

/** What a calendar says of a day that its weekday does not: a holiday, or a weekend day that is worked (调休). */
export const calendarDayKindSchema = z.enum(['holiday', 'working_day']);
export type CalendarDayKind = z.infer<typeof calendarDayKindSchema>;

/** Parts of the company profile, as the journal names them. */
export const profilePartSchema = z.enum([
  'names',
  'departments',
  'ringCadence',
  'timeZone',
  'region',
  'language',
  'quietHours',
  'workingHours',
  'hotwords',
  'identity',
]);
export type ProfilePart = z.infer<typeof profilePartSchema>;

/** Why a small house ended: a sixth person came, or a person decided it. */
export const smallHouseEndSchema = z.enum(['six_people', 'decision']);
export type SmallHouseEnd = z.infer<typeof smallHouseEndSchema>;

export const proposalStateSchema = z.enum(['waiting', 'approved', 'refused', 'withdrawn']);
export type ProposalState = z.infer<typeof proposalStateSchema>;

/** What a role reaches: one team, one client's teams, or every client's; agents reach their own calls. */
export const reachSchema = z.object({
  team: z.object({ teamId: z.uuid(), name: bilingualSchema }).nullable(),
  client: z.object({ clientId: z.uuid(), name: bilingualSchema }).nullable(),
});
export type Reach = z.infer<typeof reachSchema>;
