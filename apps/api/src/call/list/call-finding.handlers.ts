import { callFindingRoutes } from '#contracts';
import { csvFile } from '../../audit/csv-file.js';
import { implement } from '../../routes/implement.js';
import { CallExport } from './call-export.service.js';
import { CallListQuery } from './call-list.query.js';
import { CallNeighboursQuery } from './call-neighbours.query.js';
import { ListedCalls } from './listed-calls.js';
import { ChoicesQuery } from '#reports';

/** What helps to find calls, beside the list itself. */
export const callFindingHandlers = implement(
  callFindingRoutes,
  [CallListQuery, ListedCalls, ChoicesQuery, CallNeighboursQuery, CallExport],
  (calls, listed, choicesQuery, beside, exports) => ({
    count: ({ asker, query }) => calls.count(asker, query),
    chosen: ({ asker, query: filters }) => listed.chosen({ asker, permission: 'calls.read', filters }),
    choices: ({ asker, query }) => choicesQuery.choices(asker, query),
    export: async ({ asker, query }) => {
      const { exportLanguage, ...filters } = query;
      const lines = await exports.start(asker, filters, exportLanguage ?? asker.language);
      return csvFile('calls', lines);
    },
    neighbours: ({ asker, callId, query }) => beside.neighbours(asker, callId, query),
  }),
);
