import { importPlanQuerySchema, staffPreviewSchema } from './company.js';
import { fileForm } from './forms.js';
import { csvFile, defineRoutes, get, post } from './route.js';
import { BAD_TABLE } from './refusals.js';
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
