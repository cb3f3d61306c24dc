import { type CallStage, type TickedAct, type WhyNot } from '#contracts';

/** What of a ticked call decides what can be done with it. */
export interface TickedFacts {
  stage: CallStage;
  /** Acts that the asker's rights reach on at least one of its legs. */
  reached: ReadonlySet<TickedAct>;
  /** It has sound that still exists, in the reach of the asker's list. */
  recorded: boolean;
  /** A leg within the reach of assigning was judged by a main checklist. */
  scored: boolean;
  /** Such a leg can be listened to. */
  heard: boolean;
  /** The asker took a leg of it. */
  own: boolean;
  /** A recording that is there has two channels; this and what is known of sides is asked of the legs within the reach of correcting. */
  twoChannels: boolean;
  /** It was said once whose channel is whose. */
  sidesKnown: boolean;
  /** It has a leg with two channels, and nothing says which channel is whose. */
  sidesOpen: boolean;
  /** It waits as one call for a person, within the reach of judging. */
  waitsWhole: boolean;
}

/** Why an act does not apply to a call; null: it does. @param facts null: the asker sees no such call */
export function whyNot(act: TickedAct, facts: TickedFacts | null): WhyNot | null {
  if (!facts) return 'not_there';
  if (!facts.reached.has(act)) return 'out_of_reach';
  switch (act) {
    case 'retry':
      return facts.stage === 'needs_attention' || facts.stage === 'given_up' ? null : 'nothing_to_retry';
    case 'request':
      return facts.recorded ? null : 'no_recording';
    case 'hold':
      return facts.stage === 'destroyed' ? 'destroyed' : null;
    case 'assign':
      return facts.scored ? (facts.heard ? null : 'no_sound') : 'not_scored';
    case 'swap':
      if (facts.own) return 'own_call';
      if (!facts.recorded) return 'no_recording';
      return !facts.twoChannels ? 'one_channel' : facts.sidesKnown ? null : 'sides_unknown';
    case 'side':
      if (facts.own) return 'own_call';
      if (!facts.recorded) return 'no_recording';
      return !facts.twoChannels ? 'one_channel' : facts.sidesOpen ? null : 'sides_known';
    case 'language':
      return facts.own ? 'own_call' : facts.recorded ? null : 'no_recording';
    case 'set_aside':
      return facts.own ? 'own_call' : facts.waitsWhole ? null : 'does_not_wait';
    case 'export':
      return null;
  }
}
