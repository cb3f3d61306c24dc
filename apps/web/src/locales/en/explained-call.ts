import type { Translated } from '../translated.js';
import type * as zh from '../zh/explained-call.js';

export const ofCalls: Translated<typeof zh.ofCalls> = {
  points: {
    what: 'What this leg of the call got by this checklist, and after the stroke the most that could be judged.',
    from: 'An item that is met gives its weight, one that is not met gives nothing. Items that do not apply, were not judged or are not yet trusted are in neither sum.',
    not: 'No person has reviewed an automatic score, so no personnel decision may rest on it. One call does not say how an agent is as a rule.',
    rule: 'Each checklist states how much of its weight must be judged before there is a total. It also says what a critical item that is not met takes away.',
  },
  outcomes: {
    what: 'How many items of this scorecard are met, not met, not judged and not applicable.',
    from: 'The card that is shown, and no other; what is 0 is left out.',
    not: 'It counts items and ignores weight: an important item counts as one, and so does a minor one.',
  },
  judged: {
    what: 'How much of the weight that applies could be judged.',
    from: 'The weight of items met or not met, of the weight of all items that apply.',
    not: 'A low share says more about the recording or its words than about the call.',
    rule: 'Below the share that the checklist asks for there is no total, because it would not describe the call.',
  },
  itemPoints: {
    what: 'What this item gave, and its weight.',
    from: 'Met gives the weight, not met gives 0. A dash means that it is in no sum: not applicable, not judged or not yet trusted.',
    not: 'The weight says how much the item matters, not how reliable the judgement is. Hear the evidence first.',
  },
  worth: {
    what: 'How often a judgement like this one was right so far.',
    from: 'Written conversations in the language of the call, compared with the automatic judgement: real ones that two readers labelled, and invented calls of which it is known what the agent does and leaves out.',
    not: 'Most real ones were chats and no recogniser heard any, so expect less on your calls. Fewer than 10 times is too few to rely on.',
  },
  ringing: {
    what: 'When it rang, queued, was answered, held and hung up, as the phone system says.',
    from: 'Ringing counts from the agent’s own phone to the answer, without the queue. A ring is 1 s of tone and 4 s of silence, so that the fourth begins at 15 s; your company can set its own.',
    not: 'A time that the phone system did not give is never guessed from the sound, and no person is asked for it.',
    rule: 'Answered within three rings: policy clauses P1 §4.1 and P2 §2.1.',
  },
  measures: {
    what: 'How much and how fast each side spoke, how often it interrupted, and how long it was silent.',
    from: 'Measured from the sound to about 0.05 s, without holds. A silence is 3 s or more without a voice. An interruption begins after the other has spoken for 1 s, and both go on for 0.7 s.',
    not: 'Music and loud noise are counted as speech. Listen to find out why someone was silent or interrupted. Emotions are not inferred.',
    rule: 'Courtesy, pace and silence: policy clauses P1 §4.3 to §4.5.',
  },
  custody: {
    what: 'Whether the recording is sealed, what it must hash to, and how many copies of its key there are.',
    from: 'It was read back whole when it was sealed, and compared with what arrived. The key store has two folders, each with a copy.',
    not: 'With one copy it still opens, but losing that one loses the recording for good: tell an administrator.',
  },
  holds: {
    what: 'The legal holds that keep this recording from being destroyed.',
    from: 'Holds that list the call and holds whose rule fits it; released ones do not count. People who may not see holds read only whether there is one.',
    not: 'Neither how the case ends nor when the hold does: two people have to agree to a release.',
    rule: 'A hold goes before the retention schedule, an erasure request and a withdrawn consent.',
  },
  today: {
    what: 'Calls of today: known, in processing, needing attention, not recorded, scored, and the share answered within three rings.',
    from: 'Since midnight by the company’s clock, of the calls that you may see; what needs attention is counted of any day. The share is of inbound calls whose ring time is known, with its 95% interval.',
    not: 'A call that the phone system did not report is not among them.',
  },
  listPoints: {
    what: 'The points of the call that count, and the most that could be judged.',
    from: 'By the score that counts: a decision on a dispute, else a published review, else a trusted automatic score.',
    not: 'A dash means that there is no total or that you may not see it; it is not 0. No personnel decision may rest on what no person has reviewed.',
  },
};
