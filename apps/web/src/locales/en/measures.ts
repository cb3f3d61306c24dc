import type { Translated } from '../translated.js';
import type * as zh from '../zh/measures.js';

export const measures: Translated<typeof zh.measures> = {
  title: 'Call measures',
  hidden: 'Your role may not see measures.',
  none: 'There is no recording, so there is nothing to measure.',
  pending: 'Measured when the recording is sealed.',
  unmeasured: 'Not measured: this recording was sealed before measures were introduced.',
  side: 'Speaker',
  agent: 'Agent',
  customer: 'Customer',
  share: 'Talk share',
  shareValue: '{{percent}}%',
  rate: 'Speaking rate',
  rateIn: { characters: 'Characters/min', words: 'Words/min' },
  interruptions: 'Interrupted',
  talkOver: 'Talked over',
  times: '{{n}}',
  notKnown: '—',
  notKnownWhy: 'Too little speech to measure',
  longest: 'Longest silence',
  silences: 'Silences of 3 s or more',
  together: 'Both at once',
  noneFound: 'none',
  total_one: '{{count}}, {{seconds}} in all',
  total_other: '{{count}}, {{seconds}} in all',
  at: 'Go to {{at}}, {{seconds}} long',
  more: 'All {{n}}',
  sidesUnknown: {
    mono: 'The recording has one channel; how long each side speaks and interrupts cannot be measured.',
    unassigned: 'The agent’s channel is not known, so the two sides cannot be measured.',
    same_channels: 'Both channels carry the same audio; the two sides cannot be measured.',
    one_way: 'Only one side was recorded; silences and shares cannot be measured.',
    holds:
      'The call was on hold, but where in the recording is not known, so measures that depend on holds are not available.',
  },
  how: 'Measured from the audio, without holds, to about 0.05 s. Speech is distinguished from silence by loudness.',
};
