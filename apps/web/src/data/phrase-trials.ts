import {
  MOST_TRIAL_PIECE,
  phraseTrialsRoutes,
  type ChecklistDraftDefinition,
  type DraftPhraseList,
  type DrawnCalls,
  type PhrasePieceAnswer,
  type PhrasePlace,
} from '#contracts';
import { useEffect, useRef, useState } from 'react';
import { send } from './api.js';
import { useChange } from './queries.js';

interface Running {
  drawn: DrawnCalls;
  pieces: readonly PhrasePieceAnswer[];
  list: DraftPhraseList;
}

const languagesOf = ({ zh, en }: DraftPhraseList) => [
  ...(zh.some((line) => line.trim() !== '') ? (['zh'] as const) : []),
  ...(en.some((line) => line.trim() !== '') ? (['en'] as const) : []),
];

/**
 * Tries a list of the draft on drawn calls, piece by piece; leaving ends it. The same calls are tried again after the list was changed,
 * until others are asked for: only then do figures compare.
 */
export function usePhraseTrial(checklistId: string) {
  const [running, setRunning] = useState<Running | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  const seed = useRef<string | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const run = async (definition: ChecklistDraftDefinition, list: DraftPhraseList, signal: AbortSignal) => {
    const asked = { languages: languagesOf(list), ...(seed.current && { seed: seed.current }) };
    const drawn = await send(phraseTrialsRoutes.draw, { checklistId, body: asked, signal });
    seed.current = drawn.seed;
    setRunning({ drawn, pieces: [], list });
    for (let at = 0; at < drawn.legIds.length; at += MOST_TRIAL_PIECE) {
      const legIds = drawn.legIds.slice(at, at + MOST_TRIAL_PIECE);
      const body = { trialId: drawn.trialId, definition, list: list.name, legIds };
      const piece = await send(phraseTrialsRoutes.piece, { checklistId, body, signal });
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
    start: (definition: ChecklistDraftDefinition, list: DraftPhraseList, others = false) => {
      stop.current?.abort();
      const mine = (stop.current = new AbortController());
      if (others) seed.current = undefined;
      setError(null);
      setRunning(null);
      setBusy(true);
      void run(definition, list, mine.signal)
        .catch((failure: unknown) => {
          if (!mine.signal.aborted) setError(failure);
        })
        .finally(() => {
          if (stop.current === mine) setBusy(false);
        });
    },
  };
}

export type PhraseTrial = ReturnType<typeof usePhraseTrial>;

export const useShownPhrases = (checklistId: string, trialId: string) =>
  useChange((places: PhrasePlace[]) => send(phraseTrialsRoutes.words, { checklistId, body: { trialId, places } }));
