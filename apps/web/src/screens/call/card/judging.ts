import type { NewReview, Outcome, CommitmentDraft, ScorecardItem, WordsPlace } from '#contracts';
import { createContext, use, useEffect, useMemo, useRef, useState } from 'react';
import { useCallPage, usePlayerState } from '../call-page.js';
import { type Draft, type Kept, type SavedAnswers, useSavedAnswers } from './saved-answers.js';
import { sayActive } from '../../../data/reviews.js';
import { placesAfter } from '../rules/evidence.rules.js';

/** As often as the server expects it. */
const BEAT_MS = 15_000;
/** Without a key, a click or sound for so long, a person is not at it. */
const IDLE_MS = 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells the server that a person is at the review, as long as they are: the page is in front, and they do something or listen. */
function useActiveTime(reviewing: boolean): void {
  const { call, card } = useCallPage();
  const { playing } = usePlayerState();
  const at = useRef(0);
  const sounds = useRef(playing);
  useEffect(() => {
    sounds.current = playing;
  }, [playing]);
  const [legId, checklistId] = [card?.legId, card?.checklist.id];
  useEffect(() => {
    if (!reviewing || !legId || !checklistId) return;
    at.current = Date.now();
    const sign = () => {
      at.current = Date.now();
    };
    const beat = () => {
      if (document.visibilityState !== 'visible') return;
      if (!sounds.current && Date.now() - at.current > IDLE_MS) return;
      // A sign that is lost costs a quarter of a minute, and nothing on the screen rests on it.
      sayActive(call.callId, { legId, checklistId }).catch(() => {});
    };
    for (const one of SIGNS) document.addEventListener(one, sign, { passive: true });
    beat();
    const timer = setInterval(beat, BEAT_MS);
    return () => {
      clearInterval(timer);
      for (const one of SIGNS) document.removeEventListener(one, sign);
    };
  }, [reviewing, legId, checklistId, call.callId]);
}

export type { Draft };

export interface Judging {
  /** May this person complete the card that is on the screen? */
  on: boolean;
  answers: ReadonlyMap<string, Draft>;
  /** The item, beside those that wait, whose answer keys are open. */
  opened: string | null;
  open(itemId: string): void;
  /** Does nothing to an item that is taken. */
  answer(item: ScorecardItem, outcome: Outcome): void;
  change(itemId: string, part: Partial<Draft>): void;
  addPlace(itemId: string, place: WordsPlace): void;
  /** Takes the last answer back. */
  undo(): void;
  /** Answers to promises of the leg, published with the review. */
  promises: readonly CommitmentDraft[];
  setPromises(promises: readonly CommitmentDraft[]): void;
  /** They are published. */
  clear(): void;
  /** How far the answers are kept on the server. */
  kept: Kept;
  /** Takes what is on the server, in place of what is on the screen. */
  load(): void;
  /** Colleagues who are at this card. */
  others: SavedAnswers['others'];
  review: NewReview | null;
}

export const JudgingContext = createContext<Judging | null>(null);

export function useJudging(): Judging {
  const judging = use(JudgingContext);
  if (!judging) throw new Error('useJudging needs a call page above it');
  return judging;
}

/** Does the answer say something else than a judgement? Then it needs a reason. */
export const overturns = (was: Outcome, outcome: Outcome): boolean => was !== 'insufficient' && was !== outcome;

/** Answers that are not published yet, of each leg and checklist. They outlive another card that takes the place of the one on the screen. */
export function useNewJudging(): Judging {
  const { call, card, shown, drawn, calibrating, transcript } = useCallPage();
  const read = call.may.readWords && transcript ? transcript.version : null;
  const [opened, setOpened] = useState<string | null>(null);
  const on = call.may.judge && card !== null && card === shown && calibrating === null;
  const saved = useSavedAnswers(on);
  const { answers, promises, kept, others } = saved;
  useActiveTime(on && (answers.size > 0 || drawn !== null || card.withheld));
  return useMemo(() => {
    const put = (itemId: string, make: (was: Draft | undefined) => Draft) =>
      saved.set((before) => {
        const next = new Map(before);
        const made = make(before.get(itemId));
        next.delete(itemId);
        return next.set(itemId, made);
      });
    // What was contested or decided meanwhile is left out; the rest can be published.
    const known = new Set(card?.items.filter(({ taken }) => !taken).map(({ itemId }) => itemId));
    const given = [...answers].filter(([itemId]) => known.has(itemId));
    return {
      on,
      answers,
      opened,
      open: setOpened,
      answer: (item, outcome) => {
        const make = (was?: Draft): Draft => ({ ...was, outcome, places: placesAfter(item, was, outcome, read) });
        if (!item.taken) put(item.itemId, make);
      },
      change: (itemId, part) => put(itemId, (was) => ({ outcome: 'insufficient', places: [], ...was, ...part })),
      addPlace: (itemId, place) =>
        put(itemId, (was) => ({ outcome: 'insufficient', ...was, places: [...(was?.places ?? []), place].slice(-6) })),
      promises,
      setPromises: saved.setPromises,
      undo: () => saved.set((before) => new Map([...before].slice(0, -1))),
      clear: saved.forget,
      load: saved.load,
      kept,
      others,
      review:
        on && card && given.length > 0
          ? {
              legId: card.legId,
              checklistId: card.checklist.id,
              basedOn: card.scorecardId,
              answers: given.map(([itemId, draft]) => ({ itemId, ...draft })),
            }
          : null,
    };
  }, [on, answers, promises, kept, others.length, opened, card, read]);
}

/** Items of the card that wait for a person, as the queue has them. */
export const waits = (item: { outcome: Outcome; reason: string | null; source: string }): boolean =>
  item.outcome === 'insufficient' && item.reason !== 'no_fact' && item.source !== 'human';
