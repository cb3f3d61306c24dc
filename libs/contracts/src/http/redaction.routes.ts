import { redactionChangeSchema, redactionDecisionSchema, redactionViewSchema } from './redaction.js';
import { defineRoutes, get, post, put } from './route.js';

/** What is hidden in words and sound. To hide less takes two people; to hide more, one. */
export const redactionRoutes = defineRoutes('redaction', 'company', {
  view: get('/api/v1/company/redaction', {
    summary: 'What is hidden in words and sound, and the change that waits for a second person',
    access: { permission: 'redaction.manage' },
    answer: redactionViewSchema,
  }),
  change: put('/api/v1/company/redaction', {
    summary: 'Changes what is hidden',
    description: 'In force at once where it hides as much or more; otherwise it waits until a second person agrees.',
    access: { permission: 'redaction.manage', reach: 'company' },
    body: redactionChangeSchema,
    answer: redactionViewSchema,
    refusals: ['redaction_changed', 'redaction_waiting'],
  }),
  decide: post('/api/v1/company/redaction/decisions', {
    summary: 'Agrees to the change that waits, refuses it, or takes one’s own back',
    access: { permission: 'redaction.manage', stepUp: true, reach: 'company' },
    body: redactionDecisionSchema,
    answer: redactionViewSchema,
    refusals: ['proposer_gone', 'redaction_not_waiting', 'second_person_needed', 'needs_a_day'],
  }),
});
