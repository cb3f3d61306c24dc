import {
  callAttentionRoutes,
  processingRoutes,
  type AttentionGroup,
  type GiveUpRequest,
  type GroupMoved,
} from '#contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from './api.js';
import { CALLS } from './calls.js';
import { useChange, useRead } from './queries.js';

const PROCESSING = ['processing'] as const;
export const READ_AGAIN_MS = 10_000;

export const useProcessingBoard = (enabled: boolean) =>
  useRead(
    PROCESSING,
    processingRoutes.board,
    {},
    {
      enabled,
      // Queues, disks and engines change without an entry in the journal.
      refetchInterval: READ_AGAIN_MS,
      staleTime: 0,
    },
  );

/** Gives one call up. */
export const useGiveUp = (callId: string) =>
  useChange((body: GiveUpRequest) => send(callAttentionRoutes.giveUp, { callId, body }), CALLS.all);

/** How many calls of a group went, and which way. */
export interface Moved {
  moved: number;
  gaveUp: boolean;
}

/**
 * Moves a group of any size, two hundred calls at a time. Ended half-way (a closed tab, a lost connection) it leaves the rest where it was,
 * and pressing again goes on.
 */
export function useMoveGroup(group: AttentionGroup, onMoved: (moved: Moved) => void) {
  const client = useQueryClient();
  const [progress, setProgress] = useState<GroupMoved>({ moved: 0, left: 0 });
  const mutation = useMutation({
    mutationFn: async (why: GiveUpRequest | null): Promise<Moved> => {
      setProgress({ moved: 0, left: 0 });
      for (let moved = 0; ;) {
        const step = await moveOnce(group, why);
        moved += step.moved;
        setProgress({ moved, left: step.left });
        // Calls that another person is moving now are left to them: nothing moved means nothing to wait for.
        if (step.left === 0 || step.moved === 0) return { moved, gaveUp: why !== null };
      }
    },
    onSuccess: onMoved,
    onSettled: () =>
      Promise.all([PROCESSING, CALLS.all].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] }))),
  });
  return { ...mutation, progress };
}

const moveOnce = (group: AttentionGroup, why: GiveUpRequest | null): Promise<GroupMoved> =>
  why === null
    ? send(processingRoutes.retry, { body: group })
    : send(processingRoutes.giveUp, { body: { group, why } });
