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
    refusals: { 409: 'The legal case is closed.' },
  }),
  one: get('/api/v1/legal/requests/{requestId}', {
    summary: 'One request with its chain, its history and what comes next',
    access: { permission: 'legal.read' },
    answer: legalRequestSchema,
  }),
  recordings: get('/api/v1/legal/requests/{requestId}/recordings', {
    summary: 'The frozen list of a request',
    access: { permission: 'legal.read' },
    answer: requestedRecordingListSchema,
  }),
  change: put('/api/v1/legal/requests/{requestId}', {
    summary: 'Changes a draft',
    access: { permission: 'legal.request' },
    body: legalRequestInputSchema,
    answer: legalRequestSchema,
    refusals: { 409: 'It was submitted already, or the legal case is closed.' },
  }),
  submit: post('/api/v1/legal/requests/{requestId}/submit', {
    summary: 'Hands a request to the approvers',
    description: 'Freezes its filter into a list: what would join it later is not included.',
    access: { permission: 'legal.request' },
    answer: legalRequestSchema,
    refusals: { 409: 'It was submitted already, or the legal case is closed.' },
  }),
  answer: post('/api/v1/legal/requests/{requestId}/answer', {
    summary: 'Answers an approver’s question; every approver decides again',
    access: { permission: 'legal.request' },
    body: legalAnswerSchema,
    answer: legalRequestSchema,
    refusals: { 409: 'No question is open.' },
  }),
  withdraw: post('/api/v1/legal/requests/{requestId}/withdraw', {
    summary: 'Takes one’s own request back',
    access: { permission: 'legal.request' },
    answer: legalRequestSchema,
    refusals: { 409: 'It was decided already.' },
  }),
  decide: post('/api/v1/legal/requests/{requestId}/decisions', {
    summary: 'Approves a request, refuses it, or asks its requester a question',
    description:
      'Takes a fresh proof of identity. Never by the requester, a person who was recorded, or a member of a recorded team; an export takes two people.',
    access: { permission: 'legal.decide', stepUp: true },
    body: legalDecisionSchema,
    answer: legalRequestSchema,
    refusals: { 409: 'It does not wait for a decision, or was answered in the meantime.' },
  }),
  revoke: post('/api/v1/legal/requests/{requestId}/revoke', {
    summary: 'Takes back what a request gave; what is being played ends within a second',
    access: { permission: 'legal.decide', stepUp: true },
    body: legalAnswerSchema,
    answer: legalRequestSchema,
    refusals: { 409: 'Nothing is granted any more.' },
  }),
});
