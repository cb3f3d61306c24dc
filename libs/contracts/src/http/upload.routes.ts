import { uploadForm } from './forms.js';
import { uploadResultSchema } from './upload.js';
import { defineRoutes, post } from './route.js';

export const uploadRoutes = defineRoutes('upload', 'calls', {
  upload: post('/api/v1/calls', {
    summary: 'Takes a call in',
    description:
      '`metadata` (JSON) first, then `audio`, optionally `transcript`. 201 for a new call, recorded or held back by the consent gate; 200 when the same bytes had been taken before.',
    access: { permission: 'calls.ingest' },
    form: uploadForm,
    answer: uploadResultSchema,
    status: 201,
    also: {
      200: 'The same bytes had been taken before: the same ids. `resent` says what the metadata says otherwise.',
    },
    refusals: {
      409: 'It contradicts what is known: other bytes, another agent, or a call that was held back.',
      410: 'The recording was destroyed by rule; its certificate is named.',
      413: 'The recording, its sound or its words are over a limit.',
      415: 'The body is not multipart/form-data, or the file is no recording that is taken.',
    },
  }),
});
