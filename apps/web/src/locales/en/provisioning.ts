import type { Translated } from '../translated.js';
import type * as zh from '../zh/provisioning.js';

export const provisioning: Translated<typeof zh.provisioning> = {
  contact: 'Connection to the company directory',
  noToken: 'No API token may provision people. “People from the company’s directory” explains how to set it up.',
  lastContact: 'Last contact {{at}}',
  noContact: 'No contact yet',
  tokenEnds: 'The token expires {{at}}',
  people:
    'People from the directory: {{active}} active, {{ended}} left. Active people not in the directory: {{others}}.',
  about:
    'The company’s directory (Entra ID, Okta, Keycloak and others) sends people and groups by SCIM. Roles are only proposed, and another person decides; it takes away only roles that came from its own proposals.',
  groups: 'Groups',
  groupsAbout:
    'A group’s meaning comes from its name, such as shouwen:role:supervisor. Other groups are stored but have no effect.',
  noGroups: 'The directory has sent no groups yet.',
  changed: 'Changed {{at}}',
  members_one: '{{count}} member',
  members_other: '{{count}} members',
  team: 'Moves its members to the team {{team}}',
  role: 'Proposes the role {{role}}, {{reach}}',
  nothing: {
    other_name: 'No effect: the name does not start with shouwen:',
    unknown_role: 'No effect: there is no such role',
    unknown_place: 'No effect: there is no such team or client',
    place_not_alone: 'No effect: several teams or clients have this name',
  },
  heldBack: {
    second_person_needed: 'Not proposed: the owner of the token cannot propose a role for themselves',
    role_beyond_reach: 'Not proposed: it exceeds the scope of the owner of the token',
    role_spans_clients: 'Not proposed: they have a role for another client',
    no_account: 'Not proposed: they have no usable account',
    closed: 'Not done: the team or client is closed',
    not_found: 'Not done: the owner of the token does not manage this person, or the team or client is gone',
    proposer_gone: 'Not proposed: the owner of the token may no longer propose roles',
    other: 'Not done, for another reason',
  },
  refusals: 'Recently refused requests',
  refusalsAbout:
    'Requests from the directory that were not accepted, at most 50. Names of people are not stored. The operations page “Errors” explains the codes.',
  noRefusals: 'Nothing was refused.',
  resource: { user: 'person', group: 'group', other: 'other' },
};
