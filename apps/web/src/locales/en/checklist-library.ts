import type { Translated } from '../translated.js';
import type * as zh from '../zh/checklist-library.js';

export const checklistLibrary: Translated<typeof zh.checklistLibrary> = {
  open: 'From the library',
  title: 'Checklists by trade',
  back: 'Checklists by trade',
  intro:
    'Ready checklists by trade, to be used beside the standard one: they ask only what it does not. They judge no calls. Make a draft of your own from one, try it, back-test it, and have it published by two people.',
  howJudged:
    'The machine judges only by words that it heard: what was not heard goes to a person and is no failure. Before you publish, put in your company’s clauses, weights and phrases.',
  critical_one: '{{count}} critical item',
  critical_other: '{{count}} critical items',
  byPeople_one: '{{count}} for a person',
  byPeople_other: '{{count}} for a person',
  from: 'from version {{version}}',
  newer: 'The library has version {{version}}',
  cameFrom: 'From the library: {{title}}, version {{version}}',
  take: 'Make a draft',
  takeTitle: 'Draft “{{title}}”',
  takeHint: 'The draft is your company’s: change it as you like. It judges no calls until it is published.',
  takeAgain:
    'This checklist has versions already. The draft takes the library’s content; compare it with the version in use before you publish, and put back what you had changed.',
  restsOn: '{{language}}, points by the product’s own measure: {{parts}}',
  points: {
    fact: '{{n}} on fact',
    trusted: '{{n}} measured and trusted',
    notYet: '{{n}} measured, not yet trusted',
    unmeasured: '{{n}} not measured',
    byPeople: '{{n}} by people',
  },
  worth: {
    title: 'How good this judgement is (the product’s own measure)',
    measured:
      '{{language}}: measured on model calls and real conversations, n = {{n}}. “Not met” was right {{notMetRight}} of {{notMet}} times, “met” {{metRight}} of {{met}} times; {{asked}} were left to a person.',
    kappa: 'Agreement with people beyond chance (kappa) {{kappa}}.',
    none: '{{language}}: not measured.',
    own: 'The product has not measured this check: how good it is, blind reviews by people will tell.',
  },
};
