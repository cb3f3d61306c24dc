import type { CommitmentDraft, ReviewAnswer, ReviewDrafts, SavedDraft } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { RequestFailure } from '../../../data/http.js';
import { draftsOf, saveDraft, useReviewDrafts } from '../../../data/reviews.js';
import { useMe } from '../../../data/session.js';
import { setsAside, takeBack } from '../../../data/typed.js';
import { useCallPage } from '../call-page.js';
import { DraftLine, type Kept } from './draft-line.js';

export type { Kept };

/** An answer as it is being given. */
export type Draft = Omit<ReviewAnswer, 'itemId'>;

export type Answers = ReadonlyMap<string, Draft>;

interface Written {
  answers: Answers;
  /** Answers to promises of the leg. */
  promises: readonly CommitmentDraft[];
}

export interface SavedAnswers extends Written {
  set(change: (before: Answers) => Answers): void;
  setPromises(promises: readonly CommitmentDraft[]): void;
  kept: Kept;
  /** Takes what is on the server, in place of what is on the screen. */
  load(): void;
  /** They are published: nothing of them is kept. */
  forget(): void;
  /** Colleagues who have answers to this card that are not published. */
  others: ReviewDrafts['others'];
}

const NONE: Written = { answers: new Map(), promises: [] };
const SAVED: Kept = { state: 'saved', error: null };
const NOT_KEPT: Kept = { state: 'none', error: null };

/** Of the answers to one card: those that the server did not have when the page locked, and the saving that they were written on. */
interface Aside {
  key: string;
  revision: number;
  answers: [string, Draft][];
  promises: readonly CommitmentDraft[];
}

const readAside = ({ key, answers, promises }: Aside): [string, Written] => [
  key,
  { answers: new Map(answers), promises },
];

const readDraft = ({ answers, promises }: SavedDraft): Written => ({
  answers: new Map(answers.map(({ itemId, ...answer }) => [itemId, answer] as const)),
  promises,
});
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
  const { accountId } = useMe();
  const [place] = useState(() => `${window.location.pathname} review`);
  const [aside] = useState(() => takeBack<Aside[]>(accountId, place) ?? []);
  const [typed, setTyped] = useState<ReadonlyMap<string, Written>>(() => new Map(aside.map(readAside)));
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map());
  const lines = useRef(new Map<string, DraftLine>());
  const fromServer = useMemo(() => (stored ? readDraft(stored) : NONE), [stored]);
  const mine = typed.get(key);
  const now = mine ?? fromServer;

  /** Begun with the first answer: what another screen saves from then on was not seen here. */
  const begin = () => {
    if (lines.current.has(key)) return;
    const line = new DraftLine(
      aside.find((one) => one.key === key)?.revision ?? stored?.revision ?? 0,
      (draft) => saveDraft(call.callId, draft),
      (now) => setKept((before) => new Map(before).set(key, now)),
      (error) => error instanceof RequestFailure && error.kind === 'unreachable',
    );
    lines.current.set(key, line);
  };
  useEffect(() => {
    if (!mine || !card || !on) return;
    const draft = { legId: card.legId, checklistId: card.checklist.id, basedOn: card.scorecardId };
    // Of what was set aside, the first saving is still to come.
    begin();
    lines.current.get(key)?.put({ ...draft, answers: writeDraft(mine.answers), promises: [...mine.promises] });
  }, [mine, key, on, card?.scorecardId]);
  useEffect(() => {
    const flush = () => lines.current.forEach((line) => line.flush());
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, []);

  const toSetAside = useEffectEvent((): Aside[] | undefined => {
    const unsaved = [...typed].flatMap(([key, { answers, promises }]) => {
      const line = lines.current.get(key);
      return line && !line.isSaved ? [{ key, revision: line.revision, answers: [...answers], promises }] : [];
    });
    return unsaved.length > 0 ? unsaved : undefined;
  });
  useEffect(() => setsAside(accountId, place, () => toSetAside()), [accountId, place]);

  const without = <T>(before: ReadonlyMap<string, T>) => new Map([...before].filter(([of]) => of !== key));
  const drop = () => {
    lines.current.get(key)?.end();
    lines.current.delete(key);
    setTyped(without);
    setKept(without);
    return client.invalidateQueries({ queryKey: draftsOf(call.callId) });
  };
  const set = (change: (before: Written) => Partial<Written>) => {
    begin();
    setTyped((all) => {
      const before = all.get(key) ?? fromServer;
      return new Map(all).set(key, { ...before, ...change(before) });
    });
  };
  return {
    ...now,
    kept: kept.get(key) ?? (stored ? SAVED : NOT_KEPT),
    set: (change) => set(({ answers }) => ({ answers: change(answers) })),
    setPromises: (promises) => set(() => ({ promises })),
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
