import {
  checklistDraftsRoutes,
  checklistLibraryRoutes,
  checklistsRoutes,
  modelScorerRoutes,
  type BenchQuestion,
  type ChecklistImport,
  type ChecklistRows,
  type DraftSave,
  type NewDraft,
  type PublishDraft,
  type RetireChecklist,
} from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';
import { useChange, useChangeDone, useRead } from './queries.js';

const CHECKLISTS = ['checklists'] as const;

export const useChecklists = (enabled: boolean) =>
  useRead([...CHECKLISTS, 'list'], checklistsRoutes.list, {}, { enabled });

export const useChecklist = (checklistId: string) =>
  useRead([...CHECKLISTS, 'one', checklistId], checklistsRoutes.detail, { checklistId });

export const useChecklistLibrary = (enabled: boolean) =>
  useRead([...CHECKLISTS, 'library'], checklistLibraryRoutes.list, {}, { enabled });

export const useLibraryEntry = (entry: string) =>
  useRead([...CHECKLISTS, 'library', entry], checklistLibraryRoutes.entry, { entry });

/** A version never changes: it is read once. */
export const useChecklistVersion = (checklistId: string, version: number | null) =>
  useRead(
    [...CHECKLISTS, 'version', checklistId, version],
    checklistsRoutes.version,
    { checklistId, version: version ?? 0 },
    { enabled: version !== null, staleTime: Infinity },
  );

export const useDraft = (checklistId: string, enabled: boolean) =>
  useRead(
    [...CHECKLISTS, 'draft', checklistId],
    checklistDraftsRoutes.draft,
    { checklistId },
    {
      enabled,
      // What a person is writing is not replaced while they write: they are told when they save.
      refetchOnWindowFocus: false,
      staleTime: Infinity,
      // The next time it may be another draft.
      gcTime: 0,
    },
  );

/** A draft is over. It is still on the screen, and is not asked for again: the answer would be that there is none. */
function useDraftEnd<R, T>(change: (value: T) => Promise<R>) {
  const client = useQueryClient();
  const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[1] !== 'draft';
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: CHECKLISTS, predicate }),
  });
}

export const usePhrases = () =>
  useRead([...CHECKLISTS, 'phrases'], checklistsRoutes.phrases, {}, { staleTime: Infinity });

export const useOpenDraft = () =>
  useChangeDone((body: NewDraft) => send(checklistDraftsRoutes.open, { body }), CHECKLISTS);

export const useSaveDraft = (checklistId: string) =>
  useChange((body: DraftSave) => send(checklistDraftsRoutes.save, { checklistId, body }));

export const useValidateDraft = (checklistId: string) =>
  useChange((revision: number) => send(checklistDraftsRoutes.validate, { checklistId, body: { revision } }));

export const useDiscardDraft = (checklistId: string) =>
  useDraftEnd((revision: number) => send(checklistDraftsRoutes.discard, { checklistId, query: { revision } }));

export const useAskPublication = (checklistId: string) =>
  useChange((revision: number) => send(checklistDraftsRoutes.ask, { checklistId, body: { revision } }));

export const useSendBack = (checklistId: string) =>
  useChangeDone((body: PublishDraft) => send(checklistDraftsRoutes.sendBack, { checklistId, body }));

export const usePublishDraft = (checklistId: string) =>
  useDraftEnd((body: PublishDraft) => send(checklistDraftsRoutes.publish, { checklistId, body }));

export const useRetireChecklist = (checklistId: string) =>
  useChangeDone((body: RetireChecklist) => send(checklistDraftsRoutes.retire, { checklistId, body }), CHECKLISTS);

export const useImportChecklist = () =>
  useChangeDone((body: ChecklistImport) => send(checklistDraftsRoutes.import, { body }), CHECKLISTS);

export const useImportRows = () =>
  useChangeDone((body: ChecklistRows) => send(checklistDraftsRoutes.importRows, { body }), CHECKLISTS);

/** @param version null: the open draft */
export async function checklistYaml(checklistId: string, version: number | null): Promise<string> {
  const query = version === null ? {} : { version };
  return (await send(checklistsRoutes.yaml, { checklistId, query })).yaml;
}

export const useBench = (checklistId: string) =>
  useChange((body: BenchQuestion) => send(checklistsRoutes.judge, { checklistId, body }));

/** The language model beside the rules, and how far people agree with it. */
export const useModelScorer = () => useRead(['model-scorer'], modelScorerRoutes.view);
