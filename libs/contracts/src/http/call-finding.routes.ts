import {
  callCountSchema,
  callExportQuerySchema,
  callFiltersSchema,
  callNeighboursSchema,
  chosenCallsSchema,
  filterChoicesQuerySchema,
  filterChoicesSchema,
  orderedCallsSchema,
} from '../call-filters.js';
import { csvFile, defineRoutes, get } from './route.js';

/** What helps to find calls, beside the list itself. */
export const callFindingRoutes = defineRoutes('callFinding', 'calls', {
  count: get('/api/v1/calls/count', {
    summary: 'How many calls that the account may see match the filters',
    description: 'Exactly where that is cheap, else that there are more.',
    access: { permission: 'calls.read', whileIdle: true },
    query: callFiltersSchema,
    answer: callCountSchema,
  }),
  chosen: get('/api/v1/calls/chosen', {
    summary: 'The calls that match the filters, to do something with all of them: at most 5,000, the newest first',
    access: { permission: 'calls.read' },
    query: callFiltersSchema,
    answer: chosenCallsSchema,
  }),
  choices: get('/api/v1/calls/filter-choices', {
    summary: 'The teams, clients, agents and checklist items that the account can filter by',
    access: { permission: 'calls.read', whileIdle: true },
    query: filterChoicesQuerySchema,
    answer: filterChoicesSchema,
  }),
  export: get('/api/v1/calls/export.csv', {
    summary: 'The filtered list as a CSV file',
    description:
      'In the order that `sort` names, masked as on the screen, at most 100,000 rows. Journalled before it begins and at its end.',
    access: { permission: 'calls.export' },
    query: callExportQuerySchema,
    answer: csvFile,
  }),
  neighbours: get('/api/v1/calls/{callId}/neighbours', {
    summary: 'The calls before and after this one in a filtered list',
    access: { permission: 'calls.read' },
    query: orderedCallsSchema,
    answer: callNeighboursSchema,
  }),
});
