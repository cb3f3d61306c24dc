import {
  benchAnswerSchema,
  checklistDetailSchema,
  checklistDraftViewSchema,
  checklistListSchema,
  checklistVersionViewSchema,
  checklistYamlSchema,
  importedChecklistSchema,
  modelScorerViewSchema,
  phraseListSchema,
  publishedDraftSchema,
  type BenchQuestion,
  type ChecklistImport,
  type DraftSave,
  type NewDraft,
  type PublishDraft,
  type RetireChecklist,
} from '#contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';

const CHECKLISTS = ['checklists'] as const;
const at = (checklistId: string) => ({ path: { checklistId } });

export function useChecklists(enabled: boolean) {
  return useQuery({
    queryKey: [...CHECKLISTS, 'list'],
    enabled,
    queryFn: ({ signal }) => read(checklistListSchema, api.GET('/api/v1/checklists', { signal })),
  });
}

export function useChecklist(checklistId: string) {
  return useQuery({
    queryKey: [...CHECKLISTS, 'one', checklistId],
    queryFn: ({ signal }) =>
      read(checklistDetailSchema, api.GET('/api/v1/checklists/{checklistId}', { params: at(checklistId), signal })),
  });
}

/** A version never changes: it is read once. */
export function useChecklistVersion(checklistId: string, version: number | null) {
  return useQuery({
    queryKey: [...CHECKLISTS, 'version', checklistId, version],
    enabled: version !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) => {
      const params = { path: { checklistId, version: version ?? 0 } };
      return read(
        checklistVersionViewSchema,
        api.GET('/api/v1/checklists/{checklistId}/versions/{version}', { params, signal }),
      );
    },
  });
}

export function useDraft(checklistId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...CHECKLISTS, 'draft', checklistId],
    enabled,
    // What somebody is writing is not replaced under their hands: they are told when they save.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read(
        checklistDraftViewSchema,
        api.GET('/api/v1/checklists/{checklistId}/draft', { params: at(checklistId), signal }),
      ),
  });
}

export function usePhrases() {
  return useQuery({
    queryKey: [...CHECKLISTS, 'phrases'],
    staleTime: Infinity,
    queryFn: ({ signal }) => read(phraseListSchema, api.GET('/api/v1/checklists/phrases', { signal })),
  });
}

export function useOpenDraft() {
  return useChange((body: NewDraft) => read(checklistDraftViewSchema, api.POST('/api/v1/checklists', { body })));
}

export function useSaveDraft(checklistId: string) {
  return useMutation({
    mutationFn: (body: DraftSave) =>
      read(
        checklistDraftViewSchema,
        api.PUT('/api/v1/checklists/{checklistId}/draft', { params: at(checklistId), body }),
      ),
  });
}

export function useValidateDraft(checklistId: string) {
  return useMutation({
    mutationFn: (revision: number) =>
      read(
        checklistDraftViewSchema,
        api.POST('/api/v1/checklists/{checklistId}/draft/validate', { params: at(checklistId), body: { revision } }),
      ),
  });
}

export function useDiscardDraft(checklistId: string) {
  return useChange((revision: number) =>
    api.DELETE('/api/v1/checklists/{checklistId}/draft', { params: { ...at(checklistId), query: { revision } } }),
  );
}

export function usePublishDraft(checklistId: string) {
  return useChange((body: PublishDraft) =>
    read(
      publishedDraftSchema,
      api.POST('/api/v1/checklists/{checklistId}/draft/publish', { params: at(checklistId), body }),
    ),
  );
}

export function useRetireChecklist(checklistId: string) {
  return useChange((body: RetireChecklist) =>
    api.POST('/api/v1/checklists/{checklistId}/retire', { params: at(checklistId), body }),
  );
}

export function useImportChecklist() {
  return useChange((body: ChecklistImport) =>
    read(importedChecklistSchema, api.POST('/api/v1/checklists/import', { body })),
  );
}

/** @param version null: the open draft */
export async function checklistYaml(checklistId: string, version: number | null): Promise<string> {
  const query = version === null ? {} : { version };
  const params = { ...at(checklistId), query };
  return (await read(checklistYamlSchema, api.GET('/api/v1/checklists/{checklistId}/yaml', { params }))).yaml;
}

export function useBench(checklistId: string) {
  return useMutation({
    mutationFn: (body: BenchQuestion) =>
      read(benchAnswerSchema, api.POST('/api/v1/checklists/{checklistId}/bench', { params: at(checklistId), body })),
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
    queryFn: ({ signal }) => read(modelScorerViewSchema, api.GET('/api/v1/model-scorer', { signal })),
  });
}
