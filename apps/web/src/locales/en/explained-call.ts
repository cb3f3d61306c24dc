import type { Translated } from '../translated.js';
import type * as zh from '../zh/explained-call.js';

export const ofCalls: Translated<typeof zh.ofCalls> = {
  points: {
    what: 'The points of this leg with this checklist and, after the slash, the maximum that could be judged.',
    from: 'An item that is met gives its weight, one that is not met gives nothing. Items that do not apply, were not judged or are not yet trusted are in neither figure.',
    not: 'No person has reviewed an automatic score, so it must not be used for personnel decisions. One call does not show how an agent usually performs.',
    rule: 'Each checklist states how much of its weight must be judged before there is a total. It also states how many points an unmet critical item costs.',
  },
  outcomes: {
    what: 'How many items of this scorecard are met, not met, not judged and not applicable.',
    from: 'Only the scorecard that is shown; zeros are left out.',
    not: 'It counts items and ignores weight: an important item counts as one, and so does a minor one.',
  },
  judged: {
    what: 'How much of the weight that applies could be judged.',
    from: 'The weight of items met or not met, of the weight of all items that apply.',
    not: 'A low share says more about the recording or its transcript than about the call.',
    rule: 'Below the share that the checklist requires there is no total, because it would not describe the call.',
  },
  itemPoints: {
    what: 'The points of this item, and its weight.',
    from: 'Met gives the weight, not met gives 0. A dash means that it does not count: not applicable, not judged or not yet trusted.',
    not: 'The weight says how much the item matters, not how reliable the judgement is. Listen to the evidence first.',
  },
  worth: {
    what: 'How often judgements like this one have been right so far.',
    from: 'Written conversations in the language of the call, compared with the automatic judgement: real ones labelled by two readers, and made-up calls in which it is known what the agent does and leaves out.',
    not: 'Most real ones were text chats and none came from speech recognition, so expect lower accuracy on your calls. Fewer than 10 judgements are too few to rely on.',
  },
  ringing: {
    what: 'Times of ringing, queueing, answer, holds and hang-up, as reported by the telephone system.',
    from: 'Ringing counts from the agent’s own phone to the answer, without the queue. A ring is 1 s of tone and 4 s of silence, so the fourth starts at 15 s; your company can change this.',
    not: 'A time that the telephone system did not report is never guessed from the audio, and no reviewer is asked for it.',
    rule: 'Answered within three rings: policy clauses P1 §4.1 and P2 §2.1.',
  },
  measures: {
    what: 'How much and how fast each side spoke, how often it interrupted, and how long it was silent.',
    from: 'Measured from the audio to about 0.05 s, without holds. A silence is 3 s or more without a voice. An interruption begins after the other has spoken for 1 s, and both go on for 0.7 s.',
    not: 'Music and loud noise are counted as speech. Listen to find out why someone was silent or interrupted. Emotions are not inferred.',
    rule: 'Courtesy, pace and silence: policy clauses P1 §4.3 to §4.5.',
  },
  custody: {
    what: 'Whether the recording is sealed, what it must hash to, and how many copies of its key there are.',
    from: 'It was read back completely when it was sealed, and compared with what arrived. The key store has two folders, each with a copy.',
    not: 'With one copy it can still be opened, but if that copy is lost, the recording is lost permanently. Tell an administrator.',
  },
  holds: {
    what: 'The legal holds that keep this recording from being destroyed.',
    from: 'Holds that list the call and holds whose rule matches it; released ones do not count. People without permission to see holds only see whether there is one.',
    not: 'It does not show the outcome of the case or when the hold ends: two people have to approve a release.',
    rule: 'A hold takes precedence over the retention schedule, erasure requests and withdrawn consent.',
  },
  today: {
    what: 'Calls of today: known, in processing, needing attention, not recorded, scored, and the share answered within three rings.',
    from: 'Since midnight in the company’s time zone, for calls that you may see; “needs attention” includes earlier days. The share covers inbound calls with a known ring time, with its 95% interval.',
    not: 'Calls that the telephone system did not report are not included.',
  },
  listPoints: {
    what: 'The points of the call that count, and the maximum that could be judged.',
    from: 'From the score that counts: a decision on a dispute, else a published review, else a trusted automatic score.',
    not: 'A dash means that there is no total or that you may not see it; it is not 0. Unreviewed scores must not be used for personnel decisions.',
  },
};
