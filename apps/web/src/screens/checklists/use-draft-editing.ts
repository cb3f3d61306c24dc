import {
  checklistDraftsRoutes,
  type Bilingual,
  type ChecklistDraftDefinition,
  type ChecklistDraftView,
} from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useAskPublication, useSaveDraft, useValidateDraft } from '../../data/checklists.js';
import { refusedWith } from '../../data/http.js';
import { savesBeforeSignOut } from '../../data/kept-drafts.js';
import { useMe } from '../../data/session.js';
import { findEdits, forgetEdits, keepEdits, newPlace, settleEdits } from './kept-edits.js';

/** So long after the last change it is saved, and so long after a save that failed it is tried again. */
const SAVE_AFTER_MS = 1_500;
const TRY_AGAIN_MS = 10_000;

/**
 * A draft while it is edited. It saves itself a moment after the last change, when the tab is left, and when the screen is. A save that comes
 * too late, because a colleague saved, is refused by the server and changes nothing here: nothing that was written is lost.
 */
export function useDraftEditing(first: ChecklistDraftView) {
  const client = useQueryClient();
  const { accountId } = useMe();
  const [found] = useState(() => findEdits(accountId, first));
  const [place] = useState(() => found.mine?.key ?? newPlace(accountId, first.checklistId));
  const [view, setView] = useState(first);
  const [definition, setDefinition] = useState(found.mine?.definition ?? first.definition);
  /** Written on an earlier save than the one that is open now. */
  const [leftBehind, setLeftBehind] = useState(found.others);
  /** Raised when another draft takes the place of this one: text fields start again, which they must not do with every save. */
  const [epoch, setEpoch] = useState(0);
  /** What a colleague saved meanwhile, and was put together with what is written here. */
  const [joined, setJoined] = useState<{
    by: Bilingual;
    before: ChecklistDraftDefinition;
    after: ChecklistDraftDefinition;
  } | null>(null);
  const save = useSaveDraft(first.checklistId);
  const validate = useValidateDraft(first.checklistId);
  const ask = useAskPublication(first.checklistId);
  const dirty = definition !== view.definition;
  const error = save.error ?? validate.error ?? ask.error;
  const overtaken = refusedWith(error, checklistDraftsRoutes.save, 'draft_changed', 'no_draft');

  /** @param sent what the server was asked about; after a save it is what the save answered, and else it would pass for a change */
  const taken = (next: ChecklistDraftView, sent = definition) => {
    setView(next);
    // What was typed while the answer was under way stays.
    setDefinition((now) => (now === sent ? next.definition : now));
    settleEdits(place, sent, next);
    client.setQueryData(['checklists', 'draft', first.checklistId], next);
    void client.invalidateQueries({ queryKey: ['checklists', 'list'] });
    return next;
  };
  const saved = async (): Promise<ChecklistDraftView> =>
    dirty ? taken(await save.mutateAsync({ revision: view.revision, definition })) : view;
  const goOnFrom = (theirs: ChecklistDraftView, next: ChecklistDraftDefinition) => {
    setEpoch(epoch + 1);
    setView(theirs);
    setDefinition(next);
    save.reset();
    validate.reset();
    ask.reset();
  };
  const saveNow = () => {
    if (dirty && !overtaken && !save.isPending) void saved().catch(() => undefined);
  };

  const whenDue = useEffectEvent(saveNow);
  const whenLeft = useEffectEvent(() => {
    if (!dirty) return;
    keepEdits(place, view, definition);
    saveNow();
  });
  useEffect(() => {
    if (!dirty || overtaken || save.isPending) return;
    const timer = setTimeout(whenDue, save.isError ? TRY_AGAIN_MS : SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [dirty, definition, overtaken, save.isPending, save.isError]);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => {
      whenLeft();
      event.preventDefault();
    };
    const hidden = () => document.visibilityState === 'hidden' && whenLeft();
    addEventListener('beforeunload', warn);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [dirty]);
  const beforeSignOut = useEffectEvent(() => (dirty && !overtaken ? saved() : Promise.resolve(view)));
  useEffect(() => savesBeforeSignOut(() => beforeSignOut()), []);
  useEffect(() => () => whenLeft(), []);

  return {
    view,
    definition,
    epoch,
    dirty,
    saving: save.isPending,
    busy: save.isPending || validate.isPending || ask.isPending,
    error,
    leftBehind: leftBehind[0]?.definition ?? null,
    forgetLeftBehind: () => {
      if (leftBehind[0]) forgetEdits(leftBehind[0].key);
      setLeftBehind(leftBehind.slice(1));
    },
    /** A colleague saved, published or discarded it first. */
    overtaken,
    change: (next: ChecklistDraftDefinition) => setDefinition(next),
    /** Another content in the place of all of it, as from YAML. */
    replace: (next: ChecklistDraftDefinition) => {
      setEpoch(epoch + 1);
      setDefinition(next);
    },
    /** What another action answered. */
    taken: (next: ChecklistDraftView) => taken(next),
    /** Says that it is ready, so that another person publishes it. */
    ask: () =>
      saved()
        .then(async (kept) => taken(await ask.mutateAsync(kept.revision), kept.definition))
        .catch(() => null),
    /** Says what went wrong by itself. */
    validate: () =>
      saved()
        .then(async (kept) => taken(await validate.mutateAsync(kept.revision), kept.definition))
        .catch(() => null),
    restart: (theirs: ChecklistDraftView) => {
      forgetEdits(place);
      goOnFrom(theirs, theirs.definition);
    },
    /** Goes on from what a colleague saved, with what is written here put together with it; it is saved in a moment. */
    join: (theirs: ChecklistDraftView, both: ChecklistDraftDefinition) => {
      setJoined({ by: theirs.updatedBy, before: view.definition, after: theirs.definition });
      goOnFrom(theirs, both);
    },
    joined,
    forgetJoined: () => setJoined(null),
  };
}

export type DraftEditing = ReturnType<typeof useDraftEditing>;
