import {
  checklistDraftsRoutes,
  checklistsRoutes,
  modelScorerRoutes,
  type BenchQuestion,
  type ChecklistImport,
  type DraftSave,
  type NewDraft,
  type PublishDraft,
  type RetireChecklist,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';

const CHECKLISTS = ['checklists'] as const;

export function useChecklists(enabled: boolean) {
  return useQuery({
    queryKey: [...CHECKLISTS, 'list'],
    enabled,
    queryFn: ({ signal }) => send(checklistsRoutes.list, { signal }),
  });
}

export function useChecklist(checklistId: string) {
  return useQuery({
    queryKey: [...CHECKLISTS, 'one', checklistId],
    queryFn: ({ signal }) => send(checklistsRoutes.detail, { checklistId, signal }),
  });
}

/** A version never changes: it is read once. */
export function useChecklistVersion(checklistId: string, version: number | null) {
  return useQuery({
    queryKey: [...CHECKLISTS, 'version', checklistId, version],
    enabled: version !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) => send(checklistsRoutes.version, { checklistId, version: version ?? 0, signal }),
  });
}

export function useDraft(checklistId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CHECKLISTS, 'draft', checklistId],
    enabled,
    // What a person is writing is not replaced while they write: they are told when they save.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    queryFn: ({ signal }) => send(checklistDraftsRoutes.draft, { checklistId, signal }),
  });
}

export function usePhrases() {
  return useQuery({
    queryKey: [...CHECKLISTS, 'phrases'],
    staleTime: Infinity,
    queryFn: ({ signal }) => send(checklistsRoutes.phrases, { signal }),
  });
}

export function useOpenDraft() {
  return useChange((body: NewDraft) => send(checklistDraftsRoutes.open, { body }));
}

export function useSaveDraft(checklistId: string) {
  return useMutation({
    mutationFn: (body: DraftSave) => send(checklistDraftsRoutes.save, { checklistId, body }),
  });
}

export function useValidateDraft(checklistId: string) {
  return useMutation({
    mutationFn: (revision: number) => send(checklistDraftsRoutes.validate, { checklistId, body: { revision } }),
  });
}

export function useDiscardDraft(checklistId: string) {
  return useChange((revision: number) => send(checklistDraftsRoutes.discard, { checklistId, query: { revision } }));
}

export function usePublishDraft(checklistId: string) {
  return useChange((body: PublishDraft) => send(checklistDraftsRoutes.publish, { checklistId, body }));
}

export function useRetireChecklist(checklistId: string) {
  return useChange((body: RetireChecklist) => send(checklistDraftsRoutes.retire, { checklistId, body }));
}

export function useImportChecklist() {
  return useChange((body: ChecklistImport) => send(checklistDraftsRoutes.import, { body }));
}

/** @param version null: the open draft */
export async function checklistYaml(checklistId: string, version: number | null): Promise<string> {
  const query = version === null ? {} : { version };
  return (await send(checklistsRoutes.yaml, { checklistId, query })).yaml;
}

export function useBench(checklistId: string) {
  return useMutation({
    mutationFn: (body: BenchQuestion) => send(checklistsRoutes.judge, { checklistId, body }),
  });
}

function useChange<A, R>(change: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: CHECKLISTS }) });
}

/** The language model beside the rules, and how far people agree with it. */
export function useModelScorer() {
  return useQuery({
    queryKey: ['model-scorer'],
    queryFn: ({ signal }) => send(modelScorerRoutes.view, { signal }),
  });
}
