import { z } from 'zod';
import { smallHouseEndSchema } from '../company.js';
import { bilingualSchema } from '../language.js';
import { roleSchema } from '../roles.js';
import { defineRoutes, get, post } from './route.js';

/** Most people of a small house. */
export const SMALL_HOUSE_MOST = 5;
/** Days from the agreement until a small house that had recordings is in force, and from its end until rights that one person gave end. */
export const SMALL_HOUSE_NOTICE_DAYS = 7;

/** `waiting`: for a second person; `announced`: agreed, and the week of notice runs. */
export const smallHouseStateSchema = z.enum(['waiting', 'announced', 'in_force', 'over']);
export type SmallHouseState = z.infer<typeof smallHouseStateSchema>;

/** Roles that the first person of a small house may give themselves: those that a person needs to hear, read and decide. */
export const ownRoleSchema = roleSchema.exclude(['administrator']);
export type OwnRole = z.infer<typeof ownRoleSchema>;

/** With which one person sees a scored call, and hears and reads it by a standing grant of their own. */
export const ROLES_OF_ONE: readonly OwnRole[] = ['supervisor', 'legal_approver'];

export const smallHousePeriodSchema = z.object({
  state: smallHouseStateSchema,
  chosenBy: bilingualSchema,
  chosenAt: z.iso.datetime(),
  /** The asker chose it, and may not agree to it. */
  mine: z.boolean(),
  /** null: nothing was recorded then, and it took no second person. */
  agreedBy: bilingualSchema.nullable(),
  agreedAt: z.iso.datetime().nullable(),
  inForceFrom: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  endedBy: bilingualSchema.nullable(),
  endReason: smallHouseEndSchema.nullable(),
  /** Of one that is over: when roles and standing grants that one person gave end. */
  rightsEndAt: z.iso.datetime().nullable(),
});
export type SmallHousePeriodView = z.infer<typeof smallHousePeriodSchema>;

/** Whether one person may decide twice here, and since when. */
export const smallHouseViewSchema = z.object({
  /** Active people: entered, and not recorded as left. */
  people: z.number().int(),
  /** Nothing was recorded yet: choosing it holds at once. */
  atOnce: z.boolean(),
  /** The latest; null: it was never chosen. */
  period: smallHousePeriodSchema.nullable(),
  /** Roles that the asker may give themselves at this moment. */
  ownRoles: z.array(ownRoleSchema),
});
export type SmallHouseView = z.infer<typeof smallHouseViewSchema>;

/** Roles that the first person takes themselves, for the whole company. Only where it is in force at once. */
export const smallHouseChoiceSchema = z.object({ ownRoles: z.array(ownRoleSchema).max(7) }).strict();
export type SmallHouseChoice = z.infer<typeof smallHouseChoiceSchema>;

/** A company of one to five people, in which one person may decide twice, a day apart (docs/decisions/0112). */
export const smallHouseRoutes = defineRoutes('smallHouse', 'company', {
  view: get('/api/v1/company/small-house', {
    summary: 'Whether single-approver mode is in force, who chose it, and since when',
    access: { permission: 'roles.approve', reach: 'company' },
    answer: smallHouseViewSchema,
  }),
  choose: post('/api/v1/company/small-house', {
    summary: 'Chooses it',
    description:
      'Before the first recording it is in force at once, with the roles that the first person takes themselves. Later another agrees, and a week passes.',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: smallHouseChoiceSchema,
    answer: smallHouseViewSchema,
    refusals: ['own_roles_not_now', 'role_held', 'small_house_already', 'small_house_of_five'],
  }),
  takeRoles: post('/api/v1/company/small-house/own-roles', {
    summary: 'The first person takes roles themselves, as long as no other person could approve them',
    access: { permission: 'company.manage', reach: 'company', stepUp: true },
    body: smallHouseChoiceSchema,
    answer: smallHouseViewSchema,
    refusals: ['own_roles_not_now', 'role_held'],
  }),
  agree: post('/api/v1/company/small-house/agreement', {
    summary: 'Agrees, as a second person: it is in force a week later',
    access: { permission: 'roles.approve', reach: 'company', stepUp: true },
    answer: smallHouseViewSchema,
    refusals: ['proposer_gone', 'small_house_needs_another', 'small_house_not_waiting', 'small_house_of_five'],
  }),
  end: post('/api/v1/company/small-house/end', {
    summary: 'Ends it, or what was chosen and waits',
    access: { permission: 'roles.approve', reach: 'company', stepUp: true },
    answer: smallHouseViewSchema,
    refusals: ['small_house_not_waiting'],
  }),
});
