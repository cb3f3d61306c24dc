import type { Translated } from '../translated.js';
import type * as zh from '../zh/card.js';

export const card: Translated<typeof zh.card> = {
  title: '{{title}}, version {{version}}',
  advice: 'Advice: {{advice}}',
  heading: 'Scorecard',
  judged: '{{judged}}% judged',
  filter: 'Filter by outcome',
  all: 'All {{count}}',
  not_met: 'Not met {{count}}',
  insufficient: 'Insufficient {{count}}',
  shared_one: '{{count}} item not judged:',
  shared_other: '{{count}} items not judged:',
  filterEmpty: 'There are no such items.',
  foldMet_one: '{{count}} met',
  foldMet_other: '{{count}} all met',
  foldNa_one: '{{count}} not applicable',
  foldNa_other: '{{count}} not applicable',
  play: 'Play {{at}}',
  look: 'Go to {{at}}',
  clause: 'Clause {{clause}}',
  critical: 'critical',
  absence: 'Searched from {{from}} to {{to}}',
  factFrom: 'Given by {{from}}',
  noWords: 'You have no grant to read the transcript, so the quote is not shown.',
  noPermission: 'Your role may not see scorecards.',
  worth: {
    met: 'How good is this judgement? Measured on model calls and real conversations in {{language}}, n = {{conversations}}: “met” was right {{right}} of {{said}} times.',
    not_met:
      'How good is this judgement? Measured on model calls and real conversations in {{language}}, n = {{conversations}}: “not met” was right {{right}} of {{said}} times.',
    insufficient:
      'Measured on model calls and real conversations in {{language}}, n = {{conversations}}: it left {{asked}} to a reviewer.',
    never_met:
      'Measured on model calls and real conversations in {{language}}, n = {{conversations}}: it never said “met”, so the accuracy of “met” is not known.',
    never_not_met:
      'Measured on model calls and real conversations in {{language}}, n = {{conversations}}: it never said “not met”, so the accuracy of “not met” is not known.',
    few: 'Too few to rely on.',
    examples:
      'This item recognises only sentences like your company’s examples. Most other wordings go to a reviewer. Its accuracy is known once it has been reviewed blind.',
    unknown: 'How often this judgement is right in {{language}} has not been measured.',
  },
  trust: {
    mark: 'Not yet trusted ({{languages}})',
    markBy: 'Not yet trusted in {{checklists}} ({{languages}})',
    and: ', ',
    short: 'not yet trusted, no points',
    shortOnly: 'not measured, costs no points',
    out_one: '{{count}} result that is not trusted yet is not in the points',
    out_other: '{{count}} results that are not trusted yet are not in the points',
    eval: 'On this item automatic judgements do not agree with people well enough yet. The result is for information only: it neither gives nor costs points (the product’s own measure: kappa {{kappa}}, n {{n}}; {{target}} is needed).',
    people:
      'On this item automatic judgements do not agree with people well enough yet. The result is for information only: it neither gives nor costs points (blind reviews by people: kappa {{kappa}}, n {{n}}; {{target}} is needed).',
    none: 'Automatic judgements of this item have never been measured. By the company’s setting, the result is for information only: it neither gives nor costs points.',
    only: 'Automatic judgements of this item have never been measured. A “not met” is for information only and costs no points.',
    untold: 'cannot be calculated, because one side always gave the same answer',
    judged: 'It counts once a reviewer has judged it.',
  },
  wait: {
    ringing: 'The call is ringing.',
    live: 'The call is in progress. It is scored when its recording has arrived.',
    ofAnotherLeg: 'This leg has no recording of its own, so it has no score.',
    ended: 'No recording of this call has arrived, so there is no score.',
    known: 'Scored once the recording has arrived, been sealed and transcribed.',
    recorded: 'Scored once sealed and transcribed.',
    sealed: 'Scored once transcribed.',
    transcribing: 'Scored as soon as it is transcribed; {{percent}}% done.',
    transcribed: 'Being scored.',
    scored: 'The scorecard appears in a moment.',
    not_recorded: 'There is no recording, so there is no score.',
    needs_attention: 'Scoring did not finish.',
    given_up: 'Scoring did not finish; this call was given up.',
    destroyed: 'The recording was destroyed before the call was scored.',
  },
};

export const sign: Translated<typeof zh.sign> = { sent_elsewhere: 'The customer may have been sent elsewhere' };

export const proposal: Translated<typeof zh.proposal> = {
  label: 'MODEL {{model}}',
  says: 'proposes: {{outcome}}',
  counted: 'says: {{outcome}}',
  hidden: 'A language model has a proposal for this item. Judge it yourself first.',
  show: 'Show the proposal',
  showNote:
    'Once you have seen it, an answer that agrees with the model no longer counts as agreement; a different answer still counts.',
  movesNothing: 'A proposal changes no points. Judge by what you hear.',
  checked:
    'The model’s answers count for this item now. One call in ten still goes to a reviewer to keep measuring the model; this is one of them.',
  measured:
    'People agreed with {{agreed}} of {{n}} such answers when this was scored (95% interval {{low}}–{{high}}%).',
  none: 'The model was asked and made no proposal: {{why}}.',
  places: 'Evidence',
  why: {
    undecided: 'it could not decide',
    unfounded: 'what it quoted is not in the turn it named',
    timeout: 'it did not answer in time',
    busy: 'it was too busy',
    unreachable: 'it could not be reached',
    request_refused: 'its server refused the request',
    refused: 'it refused to answer',
    garbage: 'its answer was not in the requested format',
    over_long: 'its answer was too long',
    over_budget: 'the call had reached its limit of questions',
    words_too_long: 'the conversation is too long to be sent',
    words_address_judge: 'something in the call seems to be addressed to the model',
  },
};

export const tabs: Translated<typeof zh.tabs> = {
  score: 'Score',
  words: 'Transcript',
  facts: 'Facts',
  label: 'Content',
};
