import type { Translated } from '../translated.js';
import type * as zh from '../zh/checklist-library.js';

export const checklistLibrary: Translated<typeof zh.checklistLibrary> = {
  open: 'From the library',
  title: 'Checklists by trade',
  back: 'Checklists by trade',
  intro:
    'Ready-made checklists by trade, used alongside the standard one; they cover only what it does not. They judge no calls themselves. Create a draft from one, try it, back-test it and have two people publish it.',
  howJudged:
    'Automatic judgement relies only on what was said: what was not heard goes to a reviewer and does not count as not met. Before you publish, enter your company’s clauses, weights and phrases.',
  critical_one: '{{count}} critical item',
  critical_other: '{{count}} critical items',
  byPeople_one: '{{count}} for reviewers',
  byPeople_other: '{{count}} for reviewers',
  from: 'from version {{version}}',
  newer: 'The library has version {{version}}',
  cameFrom: 'From the library: {{title}}, version {{version}}',
  take: 'Create a draft',
  takeTitle: 'Draft “{{title}}”',
  takeHint: 'The draft belongs to your company: change it as you like. It judges no calls until it is published.',
  takeAgain:
    'This checklist already has versions. The draft uses the library’s content; compare it with the version in use before you publish, and restore your own changes.',
  restsOn: '{{language}}, points by the product’s own measure: {{parts}}',
  points: {
    fact: '{{n}} on fact',
    trusted: '{{n}} measured and trusted',
    notYet: '{{n}} measured, not yet trusted',
    unmeasured: '{{n}} not measured',
    byPeople: '{{n}} by reviewers',
  },
  worth: {
    title: 'Accuracy of this judgement (the product’s own measure)',
    measured:
      '{{language}}: measured on model calls and real conversations, n = {{n}}. “Not met” was right {{notMetRight}} of {{notMet}} times, “met” {{metRight}} of {{met}} times; {{asked}} were left to a reviewer.',
    kappa: 'Agreement with people beyond chance (kappa) {{kappa}}.',
    none: '{{language}}: not measured.',
    own: 'The product has not measured this check. Its accuracy is known once it has been reviewed blind.',
  },
};
