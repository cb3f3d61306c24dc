import type { Translated } from '../translated.js';
import type * as zh from '../zh/model-scorer.js';

export const modelScorer: Translated<typeof zh.modelScorer> = {
  title: 'Your own language model',
  off: 'No language model is set up: rules alone score. Ask an administrator if you want one.',
  on: '{{model}} at {{host}} is asked where a rule leaves an item open or accuses. Only masked words are sent there. What it says is a proposal to the people who judge and changes no points until they have agreed with it often enough.',
  egress_not_allowed: '{{model}} is set and not used.',
  rule: 'An outcome counts for an item and a language from {{least}} answers of people on, once the lower end of the interval reaches {{target}}% and the model tells calls apart better than chance. Another model, or another wording of the question, starts from nothing.',
  asked: 'It is asked about: {{items}}',
  askedNothing:
    'It is asked about no item yet: no checklist puts one to it. Give an item a question for the model in a draft, or ask an administrator to switch on those that come with the product.',
  none: 'No item for which it had a proposal has been judged yet.',
  and: ', ',
  column: {
    item: 'Item',
    language: 'Language',
    model: 'Model',
    outcome: 'It says',
    agreed: 'People agreed',
    interval: '95% interval',
    kappa: 'Kappa',
    counts: 'Counts',
  },
  agreedOf: '{{agreed}} of {{n}}',
  yes: 'Yes',
  notYet: 'Not yet',
  earlier: 'No: another model, or an earlier question',
};
