import { madeSchema, importPlanQuerySchema, staffPreviewSchema } from './company.js';
import {
  invitationSchema,
  inviteSchema,
  newPersonSchema,
  peopleListSchema,
  peopleQuerySchema,
  personChangeSchema,
  personDetailSchema,
  unlockSchema,
} from './people.js';
import { defineRoutes, del, get, post, put, csvFile } from './route.js';
import { fileForm } from './forms.js';
import { BAD_TABLE } from './refusals.js';

export const peopleRoutes = defineRoutes('people', 'people', {
  list: get('/api/v1/people', {
    summary: 'The people whom the account may manage, by staff number',
    access: { permission: 'people.manage', whileIdle: true },
    query: peopleQuerySchema,
    answer: peopleListSchema,
    refusals: ['bad_cursor'],
  }),
  create: post('/api/v1/people', {
    summary: 'Adds a person',
    access: { permission: 'people.manage' },
    body: newPersonSchema,
    answer: madeSchema,
    status: 201,
    refusals: ['closed', 'not_found', 'staff_number_taken'],
  }),
  one: get('/api/v1/people/{personId}', {
    summary: 'A person with account, roles, proposals and extensions over time',
    access: { permission: 'people.manage' },
    answer: personDetailSchema,
  }),
  change: put('/api/v1/people/{personId}', {
    summary: 'Changes a person’s name, team and mail address',
    description:
      'Takes a fresh proof of identity. Calls keep the team in which they were taken. Of another address the person is told, and proves it.',
    access: { permission: 'people.manage', stepUp: true },
    body: personChangeSchema,
    refusals: ['closed'],
  }),
  leave: post('/api/v1/people/{personId}/leave', {
    summary: 'Closes the account of a person who leaves',
    description: 'Takes a fresh proof of identity. Sessions, roles and extensions end.',
    access: { permission: 'people.manage', stepUp: true },
    refusals: ['last_administrator', 'role_beyond_reach'],
  }),
  return: post('/api/v1/people/{personId}/return', {
    summary: 'Takes a person back who had left',
    description: 'To no role and no open account.',
    access: { permission: 'people.manage' },
    refusals: ['closed'],
  }),
  invite: post('/api/v1/people/{personId}/invitation', {
    summary: 'Gives a one-time code to open the account with',
    description:
      'The code is shown this once. Of an account that was opened before, password, sessions and tokens end, and the rights of its person wait until a second person has confirmed them.',
    access: { permission: 'people.manage', stepUp: true },
    body: inviteSchema,
    answer: invitationSchema,
    status: 201,
    refusals: ['person_left', 'role_beyond_reach', 'first_link_by_command', 'username_needed', 'username_taken'],
  }),
  revoke: del('/api/v1/people/{personId}/invitation', {
    summary: 'Takes back an invitation that was not used yet',
    access: { permission: 'people.manage' },
  }),
  unlock: post('/api/v1/accounts/{accountId}/unlock', {
    summary: 'Lifts the lock that failed tries set on another person’s account',
    description: 'Counting begins again. Password, second factor and sessions stay as they are.',
    access: { permission: 'people.manage', stepUp: true },
    body: unlockSchema,
    refusals: ['not_locked', 'own_lock', 'role_beyond_reach'],
  }),
  removeRole: del('/api/v1/people/{personId}/roles/{assignmentId}', {
    summary: 'Takes a role away',
    description: 'That needs no second person.',
    access: { permission: 'people.manage', stepUp: true },
    refusals: ['last_administrator', 'role_beyond_reach'],
  }),
});

export const staffFileRoutes = defineRoutes('staffFile', 'people', {
  import: post('/api/v1/staff/import', {
    summary: 'Says what a CSV file of staff would change',
    description: 'Takes a fresh proof of identity. With `plan`, the name of a preview, does exactly that or nothing.',
    access: { permission: 'people.manage', stepUp: true },
    query: importPlanQuerySchema,
    form: fileForm,
    answer: staffPreviewSchema,
    refusals: [...BAD_TABLE],
  }),
  export: get('/api/v1/staff/export', {
    summary: 'The staff as a CSV file that the import takes',
    access: { permission: 'people.manage' },
    answer: csvFile,
  }),
});
