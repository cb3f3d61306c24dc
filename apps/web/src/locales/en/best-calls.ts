import type { bestCalls as pattern } from '../zh/best-calls.js';

export const bestCalls: typeof pattern = {
  title: 'Best calls',
  intro:
    'Stretches of calls that others can learn from, with the agent’s agreement and published by two people. Only the silenced stretch is played, and listening is journalled.',
  show: 'Show',
  view: { published: 'To hear', waiting: 'Waiting', ended: 'Ended' },
  none: {
    published: 'There is no best call for you to hear yet.',
    waiting:
      'None waits for an agreement or to be published. Select an item of a call and choose “Nominate as best call”.',
    ended: 'None has ended.',
  },
  about: 'Best call',
  state: {
    asked: 'Waits for its agent',
    agreed: 'The agent agreed; to be published',
    published: 'Published',
    ended: 'Ended',
  },
  by: 'nominated by {{who}}',
  publishedBy: 'published by {{who}}, {{at}}',
  agent: 'a call of {{who}}',
  scope: { team: 'for the team', company: 'for the company' },
  openCall: 'Open the call',
  stretch: '{{from}} to {{to}}',
  play: 'Play {{from}} to {{to}}',
  words: 'Show the words',
  noTurns: 'There are no words in this stretch.',
  hindrance: {
    being_checked: 'The recording is being checked for numbers; then it can be published and heard.',
    unchecked:
      'The recording has no words, so that nothing could be silenced: it cannot be published or heard. Have it transcribed again.',
    trial:
      'The company only tries out what would be silenced: it cannot be published or heard. Ask an administrator to switch redaction on.',
    shut: 'The recording is restricted, expired, destroyed or damaged: it cannot be published or heard.',
  },
  ended: {
    declined: 'The agent did not agree',
    agreement_taken_back: 'The agent took the agreement back',
    withdrawn: 'Withdrawn',
    destroyed: 'The recording is destroyed, and the texts with it',
    handed_over: 'The leg is another person’s now',
  },
  reason: 'Why: {{reason}}',
  agree: 'Agree',
  agreeAsk:
    'Agree that others hear this stretch? It is silenced, your name is not shown, and you can take the agreement back at any time.',
  decline: 'Do not agree',
  declineAsk: 'Not agree? It will not be published.',
  takeBack: 'Take the agreement back',
  takeBackAsk: 'Take your agreement back? It is withdrawn at once.',
  publish: 'Publish',
  publishAsk: 'Publish it? Listen first, and see that it is fit as an example.',
  withdraw: {
    act: 'Withdraw',
    title: 'Withdraw a best call',
    label: 'Why',
    hint: 'Its agent and its nominator see it.',
    send: 'Withdraw',
  },
};
