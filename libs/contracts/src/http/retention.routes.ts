import { retentionScheduleSchema } from '../retention.js';
import {
  destructionListSchema,
  retentionSimulationSchema,
  retentionViewSchema,
  scheduleDecisionSchema,
  scheduleProposalSchema,
} from './retention.js';
import { defineRoutes, get, post, put } from './route.js';

/** How long recordings are kept, and what is being destroyed. */
export const retentionRoutes = defineRoutes('retention', 'retention', {
  view: get('/api/v1/retention/schedule', {
    summary: 'The schedule in force, the change that waits, earlier versions, and whether retention is stopped',
    access: { permission: 'retention.read' },
    answer: retentionViewSchema,
  }),
  propose: put('/api/v1/retention/schedule', {
    summary: 'Proposes a schedule',
    description: 'In force once another person has agreed.',
    access: { permission: 'retention.manage', reach: 'company' },
    body: scheduleProposalSchema,
    answer: retentionViewSchema,
    refusals: ['schedule_changed', 'schedule_is_same', 'schedule_waits'],
  }),
  decide: post('/api/v1/retention/schedule/decisions', {
    summary: 'Agrees to the schedule that waits, refuses it, or takes one’s own back',
    description: 'Takes a fresh proof of identity. The proposer cannot agree.',
    access: { permission: 'retention.manage', stepUp: true, reach: 'company' },
    body: scheduleDecisionSchema,
    answer: retentionViewSchema,
    refusals: [
      'proposer_gone',
      'schedule_needs_another',
      'schedule_of_one_waits',
      'needs_a_day',
      'schedule_not_waiting',
    ],
  }),
  simulate: post('/api/v1/retention/schedule/simulation', {
    summary: 'What a schedule would do to the recordings that there are; nothing is changed',
    access: { permission: 'retention.read' },
    body: retentionScheduleSchema,
    answer: retentionSimulationSchema,
  }),
  confirmClock: post('/api/v1/retention/clock/confirmation', {
    summary: 'Says that the clock is right, so that retention goes on; after a restore two people do',
    access: { permission: 'retention.confirm_clock', reach: 'company' },
    answer: retentionViewSchema,
    refusals: ['restart_needs_another', 'needs_a_day', 'retention_not_stopped'],
  }),
  destructions: get('/api/v1/retention/destructions', {
    summary: 'Destructions within reach: ordered, under way and complete, and what a hold keeps from one',
    access: { permission: 'retention.read' },
    answer: destructionListSchema,
  }),
});
