import type { Translated } from '../translated.js';
import type * as zh from '../zh/model-scorer.js';

export const modelScorer: Translated<typeof zh.modelScorer> = {
  title: 'Your own language model',
  off: 'No language model is set up, so only rules score. Ask an administrator if you want one.',
  on: '{{model}} at {{host}} is asked when a rule does not judge an item or judges it “not met”. Only masked text is sent to it. Its answer is a proposal for reviewers and changes no points until they have agreed with it often enough.',
  egress_not_allowed: '{{model}} is configured but not used.',
  rule: 'An outcome counts for an item and a language after at least {{least}} answers of reviewers, once the lower end of the interval reaches {{target}}% and the model distinguishes calls better than chance. A new model or a changed question starts from zero.',
  asked: 'Items it is asked about: {{items}}',
  askedNothing:
    'It is not asked about any item yet, because no checklist has a question for it. Add a question for the model to an item in a draft, or ask an administrator to switch on those that come with the product.',
  none: 'No item with a proposal has been judged yet.',
  and: ', ',
  column: {
    item: 'Item',
    language: 'Language',
    model: 'Model',
    outcome: 'Model result',
    agreed: 'Reviewers agreed',
    interval: '95% interval',
    kappa: 'Kappa',
    counts: 'Counts',
  },
  agreedOf: '{{agreed}} of {{n}}',
  yes: 'Yes',
  notYet: 'Not yet',
  earlier: 'No: another model, or an earlier question',
};
