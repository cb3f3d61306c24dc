import type { bestCalls as pattern } from '../zh/best-calls.js';

export const bestCalls: typeof pattern = {
  title: 'Best calls',
  intro:
    'Excerpts of calls that others can learn from, published by two people with the agent’s consent. Only the masked excerpt is played, and plays are journalled.',
  show: 'Show',
  view: { published: 'Published', waiting: 'Waiting', ended: 'Ended' },
  none: {
    published: 'There are no best calls for you to listen to yet.',
    waiting:
      'No best call is waiting for consent or publication. Select an item of a call and choose “Nominate as best call”.',
    ended: 'No best call has ended.',
  },
  about: 'Best call',
  state: {
    asked: 'Waiting for the agent',
    agreed: 'The agent agreed; not published yet',
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
  words: 'Show the transcript',
  noTurns: 'This excerpt has no transcript.',
  hindrance: {
    being_checked: 'The recording is being checked for numbers; then it can be published and played.',
    unchecked:
      'The recording has no transcript, so nothing could be masked. It cannot be published or played. Transcribe it again first.',
    trial:
      'Redaction runs in trial mode, so nothing is masked yet. The excerpt cannot be published or played. Ask an administrator to switch redaction on.',
    shut: 'The recording is restricted, expired, destroyed or damaged, so it cannot be published or played.',
  },
  ended: {
    declined: 'The agent did not agree',
    agreement_taken_back: 'The agent withdrew consent',
    withdrawn: 'Withdrawn',
    destroyed: 'The recording was destroyed, together with the texts',
    handed_over: 'The leg now belongs to another person',
  },
  reason: 'Why: {{reason}}',
  agree: 'Agree',
  agreeAsk:
    'Agree that others may listen to this excerpt? It is masked, your name is not shown, and you can withdraw your consent at any time.',
  decline: 'Do not agree',
  declineAsk: 'Decline? The excerpt will not be published.',
  takeBack: 'Withdraw consent',
  takeBackAsk: 'Withdraw your consent? The best call is taken down at once.',
  publish: 'Publish',
  publishAsk: 'Publish it? Listen first and make sure that it is suitable as an example.',
  withdraw: {
    act: 'Withdraw',
    title: 'Withdraw a best call',
    label: 'Why',
    hint: 'Its agent and its nominator see it.',
    send: 'Withdraw',
  },
};
