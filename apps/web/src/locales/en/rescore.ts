import type { Translated } from '../translated.js';
import type * as zh from '../zh/rescore.js';

export const rescore: Translated<typeof zh.rescore> = {
  title: 'Score the calls of a period again',
  intro:
    'After an upgrade, or a new version of a checklist, the lexicons or the company profile, past calls can be scored with the current versions. Preview the changes first, then start from there. Earlier scorecards are kept; reviews and dispute decisions still count.',
  checklist: 'Checklist',
  team: 'Team',
  allTeams: 'All in your scope',
  look: 'Preview changes',
  what: 'Each automatic scorecard gets a new one from the current versions; the old one is kept. If a person reviewed the call or decided a dispute, their result counts. At the end, each agent whose scores changed is notified once: in how many calls, and by how many points in total.',
  ask: 'Score these calls again',
  one: 'Scored again',
  judged_one: '{{legs}} leg was judged again.',
  judged_other: '{{legs}} legs were judged again.',
};
