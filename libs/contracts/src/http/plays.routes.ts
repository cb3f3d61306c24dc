import { z } from 'zod';
import { heardRequestSchema, openPlayRequestSchema, playSchema } from './plays.js';
import { defineRoutes, del, get, post } from './route.js';
import { SHUT } from './refusals.js';
export const audioQuerySchema = z.object({
  play: z.uuid(),
  /** Where the player's playhead is, in milliseconds: a jump to just past what was sent can go on. */
  at: z.coerce.number().int().nonnegative().optional(),
});

export const playsRoutes = defineRoutes('plays', 'playback', {
  open: post('/api/v1/calls/{callId}/plays', {
    summary: 'Opens a playback, bound to this session and to a live grant',
    access: { permission: 'audio.play' },
    body: openPlayRequestSchema,
    answer: playSchema,
    status: 201,
    refusals: ['no_such_grant', 'request_grant_over', 'step_up_by_code', 'step_up_by_password', ...SHUT],
  }),
  stream: get('/api/v1/calls/{callId}/audio', {
    summary: 'A range of the recording within a play',
    description: 'The part may be shorter than asked for: at most ten seconds past what was heard.',
    access: { permission: 'audio.play' },
    headers: { Range: 'One byte range, RFC 9110 §14.1.2.' },
    query: audioQuerySchema,
    answer: {
      file: 'audio/ogg',
      description: 'The part that may be heard now.',
      schema: { type: 'string', format: 'binary' },
    },
    status: 206,
    also: { 416: 'Nothing of the recording lies in the range.' },
    refusals: ['outside_best_call', 'play_ended', 'range_required', ...SHUT],
  }),
  heard: post('/api/v1/plays/{playId}/heard', {
    summary: 'Takes what the player says was heard since it last said so',
    description: '`play_ended` tells it to stop.',
    access: { permission: 'audio.play' },
    body: heardRequestSchema,
    refusals: ['play_ended'],
  }),
  close: del('/api/v1/plays/{playId}', {
    summary: 'Ends a playback',
    access: { permission: 'audio.play' },
  }),
});
