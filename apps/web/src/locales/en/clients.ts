import type { Translated } from '../translated.js';
import type * as zh from '../zh/clients.js';

export const clients: Translated<typeof zh.clients> = {
  intro: 'Clients are kept apart: a role for one sees neither calls nor people of another.',
  newClient: 'New client',
  newTeam: 'New team',
  teamOf: 'New team of {{client}}',
  people_one: '{{count}} person',
  people_other: '{{count}} people',
  noTeams: 'This client has no team yet.',
  none: 'No clients yet. Add a client, then its teams.',
  client: 'Client',
  edit: 'Edit',
  closeClient: 'Close {{name}}? No team can be added afterwards; past records are kept.',
  closeTeam: 'Close {{name}}? Past calls still show it.',
};
