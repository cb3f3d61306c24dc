import type { Translated } from '../translated.js';
import type * as zh from '../zh/rescore.js';

export const rescore: Translated<typeof zh.rescore> = {
  title: 'Score calls of a period again',
  intro:
    'After an upgrade, or a change of checklist, lexicons or company profile, past calls can be scored with the current versions. Preview the changes first and then start rescoring. Earlier scorecards are kept; reviews and dispute decisions still count.',
  checklist: 'Checklist',
  team: 'Team',
  allTeams: 'All that you reach',
  look: 'See what would change',
  what: 'Each automatic card gets a new one by what is in force; the old one stays. Where a person reviewed the call or decided a dispute, their result counts. At the end each agent whose scores changed is told once: in how many calls, and by how many points in sum.',
  ask: 'Score these calls again',
  one: 'Scored again',
  judged_one: '{{legs}} leg was judged again:',
  judged_other: '{{legs}} legs were judged again:',
};
