import { floorAcknowledgementSchema } from './floor.js';
import { defineRoutes, post } from './route.js';

/** What is done on the floor. What it shows, the live socket sends (docs/decisions/0133). */
export const floorRoutes = defineRoutes('floor', 'live', {
  acknowledge: post('/api/v1/floor/acknowledgements', {
    summary: 'Says that one looks after an alarm of the floor',
    description:
      'Everyone who sees the team’s floor sees who does. A second time changes nothing; of two people the first does.',
    access: { permission: 'floor.answer' },
    body: floorAcknowledgementSchema,
    refusals: ['floor_alarm_over', 'floor_alarm_taken'],
  }),
});
