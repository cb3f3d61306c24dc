import { type Speaker, type Turn } from '#contracts';
import { type Act } from './acts.js';
import { type ActedSentence, type FoundActs } from './found-acts.js';

/** A sentence as items look at it: who said it, and where among all sentences of the call. */
export interface SaidAct extends ActedSentence {
  readonly speaker: Speaker;
  readonly place: number;
}

/** In sixteenths. */
const TOLD_LEVEL = 15;

/** The acts of a call in order, as courses ask for them. */
export class CallActs {
  readonly sentences: readonly SaidAct[];

  constructor(
    found: FoundActs,
    readonly turns: readonly Turn[],
  ) {
    this.sentences = found.sentences.map((one, place) => ({ ...one, place, speaker: turns[one.turn]!.speaker }));
  }

  /** By what a language model said; null where none was asked. What it names, it was asked to be sure of. */
  static told(found: FoundActs, turns: readonly Turn[]): CallActs | null {
    if (!found.model) return null;
    const sentences = found.sentences.map(({ turn, fromChar, toChar, told = [] }) => {
      return { turn, fromChar, toChar, acts: Object.fromEntries(told.map((act) => [act, TOLD_LEVEL])) };
    });
    return new CallActs({ ...found, sentences }, turns);
  }

  /** Sentences that do one of these with at least that posterior, in sixteenths. */
  doing(speaker: 'agent' | 'customer', acts: readonly Act[], least: number): SaidAct[] {
    return this.sentences.filter((one) => one.speaker === speaker && levelOf(one, acts) >= least);
  }

  /** The highest posterior that any sentence of the speaker has for one of these. */
  most(speaker: 'agent' | 'customer', acts: readonly Act[]): number {
    return Math.max(0, ...this.doing(speaker, acts, 1).map((one) => levelOf(one, acts)));
  }

  textOf({ turn, fromChar, toChar }: ActedSentence): string {
    return this.turns[turn]!.text.slice(fromChar, toChar);
  }

  /** How many of the speaker's turns lie between a sentence and another: 0 in the same turn. */
  turnsBetween(a: Pick<ActedSentence, 'turn'>, b: Pick<ActedSentence, 'turn'>): number {
    const { speaker } = this.turns[a.turn]!;
    const [from, to] = [Math.min(a.turn, b.turn), Math.max(a.turn, b.turn)];
    return this.turns.slice(from + 1, to + 1).filter((one) => one.speaker === speaker).length;
  }
}

/** The posterior of the likeliest of these, in sixteenths. */
export const levelOf = ({ acts }: Pick<ActedSentence, 'acts'>, wanted: readonly Act[]): number =>
  Math.max(0, ...wanted.map((act) => acts[act] ?? 0));
