import type { Translated } from '../translated.js';
import type * as zh from '../zh/provisioning.js';

export const provisioning: Translated<typeof zh.provisioning> = {
  contact: 'Contact with the company’s directory',
  noToken: 'No API token may provision people. “People from the company’s directory” says how to set it up.',
  lastContact: 'Last contact {{at}}',
  noContact: 'No contact yet',
  tokenEnds: 'The token ends {{at}}',
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
    other_name: 'Does nothing: the name does not begin with shouwen:',
    unknown_role: 'Does nothing: there is no such role',
    unknown_place: 'Does nothing: there is no such team or client',
    place_not_alone: 'Does nothing: several teams or clients have this name',
  },
  heldBack: {
    second_person_needed: 'Not proposed: the owner of the token cannot propose a role for themselves',
    role_beyond_reach: 'Not proposed: it reaches further than the owner of the token',
    role_spans_clients: 'Not proposed: they hold a role for another client',
    no_account: 'Not proposed: they have no account that can be used',
    closed: 'Not done: the team or client is closed',
    not_found: 'Not done: the owner of the token does not manage this person, or the team or client is gone',
    proposer_gone: 'Not proposed: the owner of the token may not propose roles any more',
    other: 'Not done, for another reason',
  },
  refusals: 'What was refused lately',
  refusalsAbout:
    'Requests of the directory that were not accepted, at most 50. Names of people are not kept. The operations page “Errors” explains the codes.',
  noRefusals: 'Nothing was refused.',
  resource: { user: 'person', group: 'group', other: 'other' },
};
