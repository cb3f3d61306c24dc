import type { Translated } from '../translated.js';
import type * as zh from '../zh/progress.js';

export const progress: Translated<typeof zh.progress> = {
  title: 'Progress of sampling',
  by: 'Group progress by',
  note: 'Draws whose period ended from {{from}} to {{to}}. Drawn is the sum of completed, in review, to be taken, replaced and destroyed. Press a number for its calls.',
  none: 'There were no draws in this time.',
  total: 'Total',
  untaken: 'To be taken',
  group: { plan: 'Sampling plan', reviewer: 'Reviewer', team: 'Team', period: 'Period of the draw' },
  drawn: 'Drawn',
  completed: 'Completed',
  taken: 'In review',
  waiting: 'To be taken',
  overdue: 'Overdue',
  replaced: 'Replaced',
  lapsed: 'Sound destroyed',
  call: 'Call',
  agent: 'Agent',
  due: 'Due',
  until: 'by {{at}}',
  late: 'overdue since {{at}}',
  more_one: '{{count}} more is not listed.',
  more_other: '{{count}} more are not listed.',
};
