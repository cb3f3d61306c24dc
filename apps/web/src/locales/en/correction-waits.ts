import type { correctionWaits as pattern } from '../zh/correction-waits.js';

export const correctionWaits: typeof pattern = {
  title: 'Corrections to confirm',
  intro:
    'Corrections that affect the agent, the retention period, a dispute or consent take effect once another colleague has confirmed them. Until then permissions do not change, and the recording is kept until the later of both dates.',
  none: 'No corrections are waiting.',
  more: 'There are more. They appear once these are decided.',
  call: 'Call of {{at}}, {{agent}}',
  state: 'Waiting for another colleague',
  lapsed: 'Expired: no second person decided',
  lapses: 'Expires {{at}} unless it is decided',
  lapsedAt: 'It expired {{at}}; the call was not changed',
  from: {
    person: 'Proposed by {{who}}, {{at}}',
    token: 'Proposed by a token of {{who}}, {{at}}',
    upload: 'Proposed by {{who}} by sending the recording again, {{at}}',
  },
  statement: 'Consent',
  moves: {
    rights: 'It changes who may play, see and contest this call.',
    retention: 'It changes how long the recording is kept.',
    dispute: 'A dispute of this call is open.',
    consent: 'It changes whether the recording may be played.',
  },
  another: 'A colleague who is not involved in this call has to confirm it.',
  confirm: 'Confirm',
  confirmAsk: 'It takes effect at once; scores and the retention period are recalculated.',
  refuse: 'Refuse',
  refuseTitle: 'Refuse this correction',
  withdraw: 'Withdraw',
  withdrawAsk: 'Withdraw this correction? The call does not change.',
};
