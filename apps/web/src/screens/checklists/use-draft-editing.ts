import { checklistDraftsRoutes, type ChecklistDraftDefinition, type ChecklistDraftView } from '#contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSaveDraft, useValidateDraft } from '../../data/checklists.js';
import { refusedWith } from '../../data/http.js';

/**
 * A draft while it is edited. Changes stay here until they are saved; a save that comes too late is refused by the server and changes nothing
 * here, so that nothing that was written is lost.
 */
export function useDraftEditing(first: ChecklistDraftView) {
  const client = useQueryClient();
  const [view, setView] = useState(first);
  const [definition, setDefinition] = useState(first.definition);
  /** Raised when another draft takes the place of this one: text fields start again, which they must not do with every save. */
  const [epoch, setEpoch] = useState(0);
  const save = useSaveDraft(first.checklistId);
  const validate = useValidateDraft(first.checklistId);
  const dirty = definition !== view.definition;
  const taken = (next: ChecklistDraftView) => {
    setView(next);
    // What was typed while the answer was under way stays.
    setDefinition((now) => (now === definition ? next.definition : now));
    client.setQueryData(['checklists', 'draft', first.checklistId], next);
    void client.invalidateQueries({ queryKey: ['checklists', 'list'] });
    return next;
  };
  const saved = async (): Promise<ChecklistDraftView> =>
    dirty ? taken(await save.mutateAsync({ revision: view.revision, definition })) : view;
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);
  const error = save.error ?? validate.error;
  return {
    view,
    definition,
    epoch,
    dirty,
    busy: save.isPending || validate.isPending,
    error,
    /** A colleague saved, published or discarded it first. */
    overtaken: refusedWith(error, checklistDraftsRoutes.save, 'draft_changed', 'no_draft'),
    change: (next: ChecklistDraftDefinition) => setDefinition(next),
    /** Both say what went wrong by themselves. */
    save: () => void saved().catch(() => undefined),
    validate: () =>
      saved()
        .then(async ({ revision }) => taken(await validate.mutateAsync(revision)))
        .catch(() => null),
    restart: (theirs: ChecklistDraftView) => {
      setEpoch(epoch + 1);
      setView(theirs);
      setDefinition(theirs.definition);
      save.reset();
      validate.reset();
    },
  };
}

export type DraftEditing = ReturnType<typeof useDraftEditing>;
