import { type HeardCall } from '../call/heard-call.js';
import { type Act } from '../acts/acts.js';
import { type CallActs, type SaidAct } from '../acts/call-acts.rules.js';

/** What the course of a call says of an item. */
export interface CourseSays {
  /** `fault`: it was missed or violated; `fine`: it was done, or nothing called for it. */
  readonly says: 'fault' | 'fine';
  /** So sure that it decides alone what the rule left open, or looked for and did not find; else a person is asked. */
  readonly alone: boolean;
  /** So sure that it stands against words, too, in which a rule heard what it looks for. */
  readonly overWords?: boolean;
  /** `fine`: so surely done that it is met, though the rule saw nothing that calls for it; `only`: against anything else it says nothing. */
  readonly overNothing?: 'also' | 'only';
  /** The act that tells most, and the sentences that it rests on; empty where something was looked for and is not there. */
  readonly act: Act;
  readonly sentences: readonly SaidAct[];
}

/** Looks at the acts of a whole call; null where they say nothing of the item. */
export type Course = (acts: CallActs, call: HeardCall) => CourseSays | null;

export const fault = (act: Act, sentences: readonly SaidAct[], alone: boolean): CourseSays => ({
  says: 'fault',
  alone,
  act,
  sentences,
});
/** Alone, whatever words a rule heard: right each time but few that it was measured on calls of unseen hands. */
export const faultOverWords = (act: Act, sentences: readonly SaidAct[], alone = true): CourseSays => ({
  ...fault(act, sentences, alone),
  overWords: alone,
});
export const fine = (act: Act, sentences: readonly SaidAct[], alone = false): CourseSays => ({
  says: 'fine',
  alone,
  act,
  sentences,
});
