import {
  dataRequestDecisionSchema,
  dataRequestDetailSchema,
  dataRequestListSchema,
  dataRequestProposalSchema,
  newDataRequestSchema,
} from './data-requests.js';
import { defineRoutes, get, post } from './route.js';

/** What persons who were recorded ask for: their recordings, their erasure, or that consent be taken back. */
export const dataRequestsRoutes = defineRoutes('dataRequests', 'retention', {
  list: get('/api/v1/data-requests', {
    summary: 'Requests of persons recorded, the undecided first',
    access: { permission: 'data_requests.read' },
    answer: dataRequestListSchema,
  }),
  register: post('/api/v1/data-requests', {
    summary: 'Registers a request, and finds the recordings of the person',
    description:
      'For erasure and withdrawal they are closed at once to everyone but Legal, until the request is decided.',
    access: { permission: 'data_requests.manage', reach: 'company' },
    body: newDataRequestSchema,
    answer: dataRequestDetailSchema,
    status: 201,
    refusals: ['no_recording_of_subject', 'no_such_data_request'],
  }),
  detail: get('/api/v1/data-requests/{requestId}', {
    summary: 'One request with its recordings, and what keeps or destroyed each',
    access: { permission: 'data_requests.read' },
    answer: dataRequestDetailSchema,
    refusals: ['no_such_data_request'],
  }),
  propose: post('/api/v1/data-requests/{requestId}/proposals', {
    summary: 'Proposes what to do about a request; another person has to confirm it',
    access: { permission: 'data_requests.manage', reach: 'company' },
    body: dataRequestProposalSchema,
    answer: dataRequestDetailSchema,
    refusals: ['data_request_not_open', 'no_such_data_request'],
  }),
  decide: post('/api/v1/data-requests/{requestId}/decisions', {
    summary: 'Confirms what another person proposed, or sends it back',
    description: 'Takes a fresh proof of identity. The proposer cannot confirm it.',
    access: { permission: 'data_requests.decide', stepUp: true, reach: 'company' },
    body: dataRequestDecisionSchema,
    answer: dataRequestDetailSchema,
    refusals: [
      'data_request_needs_another',
      'needs_a_day',
      'data_request_not_waiting',
      'no_such_data_request',
      'proposer_gone',
    ],
  }),
});
