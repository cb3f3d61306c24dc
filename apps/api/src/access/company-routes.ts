/**
 * What changes or shows something of the whole company, and so takes a permission that reaches the whole company: a role for one team or one
 * client is refused here, whatever else it may do. Every other route narrows its rows to the asker's reach in its query (`visibleLegs`,
 * `teamsWithin`). The access matrix walks both kinds, and fails on a line here that names no route.
 */
export const COMPANY_ROUTES: readonly string[] = [
  // Profile, calendar and notice judge and greet everybody.
  'PUT /api/v1/company/profile',
  'POST /api/v1/company/calendar/import',
  'POST /api/v1/company/notice',
  // Which teams a client has decides what every role for that client reaches.
  'POST /api/v1/company/clients',
  'PUT /api/v1/company/clients/:clientId',
  'POST /api/v1/company/clients/:clientId/close',
  'POST /api/v1/company/clients/:clientId/teams',
  'PUT /api/v1/company/teams/:teamId',
  'POST /api/v1/company/teams/:teamId/close',
  // The map decides whose call it is: a number taken here would bring another client's calls.
  'POST /api/v1/extensions',
  'POST /api/v1/extensions/:assignmentId/release',
  'POST /api/v1/extensions/import',
  // One policy hides words and sound of every call.
  'PUT /api/v1/company/redaction',
  'POST /api/v1/company/redaction/decisions',
  // One schedule destroys recordings of every team, and one clock tells it when.
  'PUT /api/v1/retention/schedule',
  'POST /api/v1/retention/schedule/decisions',
  'POST /api/v1/retention/clock/confirmation',
  // A person who asks may have spoken with any team.
  'POST /api/v1/data-requests',
  'POST /api/v1/data-requests/:requestId/proposals',
  'POST /api/v1/data-requests/:requestId/decisions',
  // Checklists judge the calls of every team.
  'POST /api/v1/checklists',
  'POST /api/v1/checklists/import',
  'PUT /api/v1/checklists/:checklistId/draft',
  'DELETE /api/v1/checklists/:checklistId/draft',
  'POST /api/v1/checklists/:checklistId/draft/validate',
  'POST /api/v1/checklists/:checklistId/draft/publish',
  'POST /api/v1/checklists/:checklistId/retire',
  // How far people of every team agree with the company's language model.
  'GET /api/v1/model-scorer',
  // Tokens of everybody, and where events of every call are sent.
  'GET /api/v1/tokens',
  'DELETE /api/v1/tokens/:tokenId',
  'GET /api/v1/webhooks',
  'POST /api/v1/webhooks',
  'PUT /api/v1/webhooks/:endpointId',
  'DELETE /api/v1/webhooks/:endpointId',
  'POST /api/v1/webhooks/:endpointId/pause',
  'POST /api/v1/webhooks/:endpointId/resume',
  'POST /api/v1/webhooks/:endpointId/secret',
  'POST /api/v1/webhooks/:endpointId/ping',
  'POST /api/v1/webhooks/:endpointId/replay',
  'GET /api/v1/webhooks/:endpointId/deliveries',
  'POST /api/v1/webhooks/:endpointId/deliveries/:deliveryId/replay',
  // Hosts, disks, keys and figures of the installation, which every client shares.
  'GET /api/v1/processing',
];

const LISTED = new Set(COMPANY_ROUTES);

/** @param url as the router writes it, with its parameters' names */
export const needsWholeCompany = (method: string, url: string): boolean => LISTED.has(`${method} ${url}`);
