import { uploadForm } from './forms.js';
import { uploadResultSchema } from '../upload.js';
import { defineRoutes, get, post } from './route.js';
import { uploadFormQuerySchema, uploadFormSchema } from './upload-form.js';

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
    refusals: [
      'agent_channel_missing',
      'agent_channel_on_mono',
      'call_already_recorded',
      'call_not_recorded',
      'call_of_another_agent',
      'call_shut',
      'correct_own_call',
      'impossible_times',
      'metadata_must_come_first',
      'metadata_unreadable',
      'not_found',
      'not_multipart',
      'nothing_to_correct',
      'part_missing',
      'recording_conflict',
      'recording_destroyed',
      'recording_empty',
      'recording_index_last',
      'recording_of_another_call',
      'recording_too_large',
      'recording_too_long',
      'recording_unsupported',
      'recording_without_sound',
      'source_of_another_token',
      'transcript_too_large',
      'unknown_extension',
      'unknown_part',
      'unknown_staff_number',
      'upload_cut_short',
    ],
  }),
  form: get('/api/v1/upload-form', {
    summary: 'What uploads begin with: region and language of the company, and people by name',
    description:
      'What the company profile does not say is null, and has to be said with each call. People: of the teams that the account may send for; `q` is part of a name or of a staff number.',
    access: { permission: 'calls.ingest' },
    query: uploadFormQuerySchema,
    answer: uploadFormSchema,
  }),
});
