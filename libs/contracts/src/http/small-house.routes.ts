import { defineRoutes, get, post } from './route.js';
import { smallHouseChoiceSchema, smallHouseViewSchema } from './small-house.js';

/** A company of one to five people, in which one person may decide twice, a day apart (docs/decisions/0112). */
export const smallHouseRoutes = defineRoutes('smallHouse', 'company', {
  view: get('/api/v1/company/small-house', {
    summary: 'Whether this is a small house, who chose it, and from when it is in force',
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
