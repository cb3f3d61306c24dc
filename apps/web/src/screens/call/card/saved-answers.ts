import type { ReviewAnswer, ReviewDrafts, SavedDraft } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { draftsOf, saveDraft, useReviewDrafts } from '../../../data/review-drafts.js';
import { useCallPage } from '../call-page.js';

/** An answer as it is being given. */
export type Draft = Omit<ReviewAnswer, 'itemId'>;

export type Answers = ReadonlyMap<string, Draft>;

/** How far the answers on the screen are kept on the server. */
export type Kept = { state: 'none' | 'saving' | 'saved' | 'failed'; error: unknown };

export interface SavedAnswers {
  answers: Answers;
  set(change: (before: Answers) => Answers): void;
  kept: Kept;
  /** Takes what is on the server, in place of what is on the screen. */
  load(): void;
  /** They are published: nothing of them is kept. */
  forget(): void;
  /** Colleagues who have answers to this card that are not published. */
  others: ReviewDrafts['others'];
}

/** So long nothing changes before answers are sent, so that a typed reason is one saving. */
const PAUSE_MS = 700;
const NONE: Answers = new Map();

const readDraft = (of: SavedDraft): Answers =>
  new Map(of.answers.map(({ itemId, ...answer }) => [itemId, answer] as const));
const writeDraft = (answers: Answers): SavedDraft['answers'] =>
  [...answers].map(([itemId, answer]) => ({
    ...{ ...answer, itemId },
    // Blanks alone are no reason in words.
    note: answer.note?.trim() ? answer.note : undefined,
  }));

/** The answers to the card on the screen, kept on the server as they are given: a reload or another machine goes on where they were. */
export function useSavedAnswers(on: boolean): SavedAnswers {
  const { call, card } = useCallPage();
  const client = useQueryClient();
  const found = useReviewDrafts(call.callId, call.may.judge).data;
  const key = card ? `${card.legId} ${card.checklist.id}` : '';
  const isMine = ({ legId, checklistId }: { legId: string; checklistId: string }) => `${legId} ${checklistId}` === key;
  const stored = found?.mine.find(isMine) ?? null;
  const [typed, setTyped] = useState<ReadonlyMap<string, Answers>>(new Map());
  const [kept, setKept] = useState<Kept>({ state: 'none', error: null });
  const revisions = useRef(new Map<string, number>());
  // One saving after the other: a second that knew of no answer to the first would take it for another screen's.
  const line = useRef<Promise<void>>(Promise.resolve());
  const fromServer = useMemo(() => (stored ? readDraft(stored) : NONE), [stored]);
  const answers = typed.get(key) ?? fromServer;
  const mine = typed.get(key);

  useEffect(() => {
    if (!mine || !card || !on) return;
    const timer = setTimeout(() => {
      line.current = line.current.then(async () => {
        const revision = revisions.current.get(key) ?? stored?.revision ?? 0;
        if (mine.size === 0 && revision === 0) return;
        setKept({ state: 'saving', error: null });
        const body = { legId: card.legId, checklistId: card.checklist.id, basedOn: card.scorecardId, revision };
        try {
          const saved = await saveDraft(call.callId, { ...body, answers: writeDraft(mine) });
          revisions.current.set(key, saved.revision);
          setKept({ state: mine.size === 0 ? 'none' : 'saved', error: null });
        } catch (error) {
          setKept({ state: 'failed', error });
        }
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
    // What is on the server matters only for the first saving.
  }, [mine, key, on, card?.scorecardId]);

  const drop = () => {
    revisions.current.delete(key);
    setTyped((before) => new Map([...before].filter(([of]) => of !== key)));
    setKept({ state: 'none', error: null });
    return client.invalidateQueries({ queryKey: draftsOf(call.callId) });
  };
  return {
    answers,
    kept: kept.state === 'none' && stored && !mine ? { state: 'saved', error: null } : kept,
    set: (change) => setTyped((before) => new Map(before).set(key, change(before.get(key) ?? fromServer))),
    load: () => void drop(),
    forget: () => {
      client.setQueryData<ReviewDrafts>(draftsOf(call.callId), (was) =>
        was ? { ...was, mine: was.mine.filter((one) => !isMine(one)) } : was,
      );
      void drop();
    },
    others: found?.others.filter(isMine) ?? [],
  };
}
