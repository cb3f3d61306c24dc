import {
  legalAnswerSchema,
  legalDecisionSchema,
  legalRequestInputSchema,
  legalRequestListSchema,
  legalRequestQuerySchema,
  legalRequestSchema,
  requestPreviewRequestSchema,
  requestPreviewSchema,
  requestedRecordingListSchema,
} from './legal-requests.js';
import { defineRoutes, get, post, put } from './route.js';

/** Asking for recordings, and deciding who gets them. */
export const legalRequestsRoutes = defineRoutes('legalRequests', 'legal', {
  list: get('/api/v1/legal/requests', {
    summary: 'Requests, one’s own or those within one’s oversight, the newest first',
    access: { permission: 'legal.read' },
    query: legalRequestQuerySchema,
    answer: legalRequestListSchema,
  }),
  preview: post('/api/v1/legal/requests/preview', {
    summary: 'What a filter finds now, before it is asked for',
    access: { permission: 'legal.request' },
    body: requestPreviewRequestSchema,
    answer: requestPreviewSchema,
  }),
  draft: post('/api/v1/legal/requests', {
    summary: 'Begins a request, as a draft that only its requester sees',
    access: { permission: 'legal.request' },
    body: legalRequestInputSchema,
    answer: legalRequestSchema,
    status: 201,
    refusals: ['bad_expiry', 'case_closed', 'no_such_case', 'no_such_request'],
  }),
  one: get('/api/v1/legal/requests/{requestId}', {
    summary: 'One request with its chain, its history and what comes next',
    access: { permission: 'legal.read' },
    answer: legalRequestSchema,
    refusals: ['no_such_request'],
  }),
  recordings: get('/api/v1/legal/requests/{requestId}/recordings', {
    summary: 'The frozen list of a request',
    access: { permission: 'legal.read' },
    answer: requestedRecordingListSchema,
    refusals: ['no_such_request'],
  }),
  change: put('/api/v1/legal/requests/{requestId}', {
    summary: 'Changes a draft',
    access: { permission: 'legal.request' },
    body: legalRequestInputSchema,
    answer: legalRequestSchema,
    refusals: ['bad_expiry', 'case_closed', 'no_such_case', 'no_such_request', 'request_not_there'],
  }),
  submit: post('/api/v1/legal/requests/{requestId}/submit', {
    summary: 'Hands a request to the approvers',
    description: 'Freezes its filter into a list: what would join it later is not included.',
    access: { permission: 'legal.request' },
    answer: legalRequestSchema,
    refusals: [
      'bad_expiry',
      'case_closed',
      'no_such_case',
      'no_such_request',
      'request_not_there',
      'scope_empty',
      'scope_too_large',
    ],
  }),
  answer: post('/api/v1/legal/requests/{requestId}/answer', {
    summary: 'Answers an approver’s question; every approver decides again',
    access: { permission: 'legal.request' },
    body: legalAnswerSchema,
    answer: legalRequestSchema,
    refusals: ['no_such_request', 'request_not_there'],
  }),
  withdraw: post('/api/v1/legal/requests/{requestId}/withdraw', {
    summary: 'Takes one’s own request back',
    access: { permission: 'legal.request' },
    answer: legalRequestSchema,
    refusals: ['no_such_request', 'request_not_there'],
  }),
  decide: post('/api/v1/legal/requests/{requestId}/decisions', {
    summary: 'Approves a request, refuses it, or asks its requester a question',
    description:
      'Takes a fresh proof of identity. Never by the requester, a person who was recorded, or a member of a recorded team; what includes an export takes two people. Of a request to listen and export one person may approve the listening alone.',
    access: { permission: 'legal.decide', stepUp: true },
    body: legalDecisionSchema,
    answer: legalRequestSchema,
    refusals: [
      'decided_already',
      'no_such_request',
      'not_both_asked',
      'own_recording',
      'own_request',
      'own_team',
      'proposer_gone',
      'request_changed',
      'request_not_there',
    ],
  }),
  revoke: post('/api/v1/legal/requests/{requestId}/revoke', {
    summary: 'Takes back what a request gave; what is being played ends within a second',
    access: { permission: 'legal.decide', stepUp: true },
    body: legalAnswerSchema,
    answer: legalRequestSchema,
    refusals: ['no_such_request', 'request_grant_over'],
  }),
});
