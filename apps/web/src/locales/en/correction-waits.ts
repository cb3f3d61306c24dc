import type { correctionWaits as pattern } from '../zh/correction-waits.js';

export const correctionWaits: typeof pattern = {
  title: 'Corrections to confirm',
  intro:
    'A correction that moves whose call it is, how long it is kept, a dispute or consent holds once another colleague has confirmed it. Until then rights stay as they were, and the recording is kept until the later of both terms.',
  none: 'No correction waits.',
  more: 'There are more. They come as these are decided.',
  call: 'Call of {{at}}, {{agent}}',
  state: 'Waits for another colleague',
  lapsed: 'Lapsed: no second person decided',
  lapses: 'Lapses {{at}} unless it is decided',
  lapsedAt: 'Its time ended {{at}}; the call is as it was',
  from: {
    person: 'Proposed by {{who}}, {{at}}',
    token: 'Proposed by a token of {{who}}, {{at}}',
    upload: 'Proposed by {{who}} by sending the recording again, {{at}}',
  },
  statement: 'Consent',
  moves: {
    rights: 'It changes who may hear, see and contest this call.',
    retention: 'It changes how long the recording is kept.',
    dispute: 'A dispute of this call is open.',
    consent: 'It changes whether the recording may be heard.',
  },
  another: 'A colleague who has no part in this call has to confirm it.',
  confirm: 'Confirm',
  confirmAsk: 'It holds at once; scores and the time for which it is kept are worked out again.',
  refuse: 'Refuse',
  refuseTitle: 'Refuse this correction',
  withdraw: 'Take back',
  withdrawAsk: 'Take this correction back? The call stays as it is.',
};
