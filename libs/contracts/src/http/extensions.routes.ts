import {
  extensionListSchema,
  extensionPreviewSchema,
  extensionQuerySchema,
  importPlanQuerySchema,
  madeSchema,
  newExtensionSchema,
  releaseExtensionSchema,
} from './company.js';
import { fileForm } from './forms.js';
import { defineRoutes, get, post } from './route.js';
import { BAD_TABLE } from './refusals.js';
export const extensionsRoutes = defineRoutes('extensions', 'company', {
  list: get('/api/v1/extensions', {
    summary: 'Who sat where',
    description: 'With `at`, who was there at that moment.',
    access: { permission: 'company.manage', whileIdle: true },
    query: extensionQuerySchema,
    answer: extensionListSchema,
    refusals: ['bad_cursor'],
  }),
  assign: post('/api/v1/extensions', {
    summary: 'Puts a person at an extension',
    description: 'A user without an end date leaves it at that moment.',
    access: { permission: 'company.manage', reach: 'company' },
    body: newExtensionSchema,
    answer: madeSchema,
    status: 201,
    refusals: ['extension_refused'],
  }),
  release: post('/api/v1/extensions/{assignmentId}/release', {
    summary: 'Ends an assignment at a moment',
    access: { permission: 'company.manage', reach: 'company' },
    body: releaseExtensionSchema,
    refusals: ['extension_refused'],
  }),
  import: post('/api/v1/extensions/import', {
    summary: 'Says what a CSV file of extensions would change',
    description: 'With `plan`, the name of a preview, does exactly that or nothing.',
    access: { permission: 'company.manage', reach: 'company' },
    query: importPlanQuerySchema,
    form: fileForm,
    answer: extensionPreviewSchema,
    refusals: [...BAD_TABLE],
  }),
});
