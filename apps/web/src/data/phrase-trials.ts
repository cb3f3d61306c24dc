import {
  MOST_TRIAL_PIECE,
  phraseTrialsRoutes,
  type ChecklistDraftDefinition,
  type DraftItem,
  type DraftPhraseList,
  type DrawnCalls,
  type ItemPieceAnswer,
  type Language,
  type PhrasePieceAnswer,
  type PhrasePlace,
} from '#contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { send } from './api.js';
import { useChange } from './queries.js';

interface Running<Of, Piece> {
  drawn: DrawnCalls;
  pieces: readonly Piece[];
  of: Of;
}

interface Asked {
  checklistId: string;
  body: { trialId: string; definition: ChecklistDraftDefinition; legIds: string[] };
  signal: AbortSignal;
}

/** What is tried: on calls of which languages, and how some of them are asked for. */
interface Trying<Of, Piece> {
  languagesOf: (of: Of) => Language[];
  ask: (of: Of, asked: Asked) => Promise<Piece>;
}

/**
 * Tries a part of the draft on drawn calls, piece by piece; leaving ends it. The same calls are tried again after it was changed, until others
 * are asked for: only then do figures compare.
 */
function useTrial<Of, Piece>(checklistId: string, { languagesOf, ask }: Trying<Of, Piece>) {
  const [running, setRunning] = useState<Running<Of, Piece> | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  const seed = useRef<string | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (definition: ChecklistDraftDefinition, of: Of, signal: AbortSignal) => {
    const wanted = { languages: languagesOf(of), ...(seed.current && { seed: seed.current }) };
    const drawn = await send(phraseTrialsRoutes.draw, { checklistId, body: wanted, signal });
    seed.current = drawn.seed;
    setRunning({ drawn, pieces: [], of });
    for (let at = 0; at < drawn.legIds.length; at += MOST_TRIAL_PIECE) {
      const legIds = drawn.legIds.slice(at, at + MOST_TRIAL_PIECE);
      const body = { trialId: drawn.trialId, definition, legIds };
      const piece = await ask(of, { checklistId, body, signal });
      setRunning((now) => now && { ...now, pieces: [...now.pieces, piece] });
    }
  };
  const end = () => {
    stop.current?.abort();
    setBusy(false);
  };
  return {
    running,
    error,
    /** Also while the calls are drawn. */
    busy,
    end,
    start: (definition: ChecklistDraftDefinition, of: Of, others = false) => {
      stop.current?.abort();
      const mine = (stop.current = new AbortController());
      if (others) seed.current = undefined;
      setError(null);
      setRunning(null);
      setBusy(true);
      void run(definition, of, mine.signal)
        .catch((failure: unknown) => {
          if (!mine.signal.aborted) setError(failure);
        })
        .finally(() => {
          if (stop.current === mine) setBusy(false);
        });
    },
  };
}

const LANGUAGES = ['zh', 'en'] as const;

const PHRASES: Trying<DraftPhraseList, PhrasePieceAnswer> = {
  languagesOf: (list) => LANGUAGES.filter((one) => list[one].some((line) => line.trim() !== '')),
  ask: (list, { body, ...rest }) => send(phraseTrialsRoutes.piece, { ...rest, body: { ...body, list: list.name } }),
};
export const usePhraseTrial = (checklistId: string) => useTrial(checklistId, PHRASES);
export type PhraseTrial = ReturnType<typeof usePhraseTrial>;

/** An item of the draft, and the languages that its examples are in. */
export interface TriedItem {
  itemId: string;
  languages: Language[];
}
const ITEMS: Trying<TriedItem, ItemPieceAnswer> = {
  languagesOf: ({ languages }) => languages,
  ask: ({ itemId }, { body, ...rest }) => send(phraseTrialsRoutes.item, { ...rest, body: { ...body, itemId } }),
};
export const useItemTrial = (checklistId: string) => useTrial(checklistId, ITEMS);

export const useVariedExamples = (checklistId: string) =>
  useChange((body: { definition: ChecklistDraftDefinition; itemId: string }) =>
    send(phraseTrialsRoutes.variants, { checklistId, body }),
  );

/** The same of an item as it was saved, without being asked for; nothing of an item that cannot judge yet. */
export const useVariedAsSaved = (definition: ChecklistDraftDefinition, item: DraftItem) =>
  useQuery({
    queryKey: ['varied-examples', definition.id, item.id, JSON.stringify(item.check)],
    queryFn: ({ signal }) =>
      send(phraseTrialsRoutes.variants, {
        checklistId: definition.id,
        body: { definition, itemId: item.id },
        signal,
      }),
    staleTime: Infinity,
    retry: false,
  });

export const useShownPhrases = (checklistId: string, trialId: string) =>
  useChange((places: PhrasePlace[]) => send(phraseTrialsRoutes.words, { checklistId, body: { trialId, places } }));
