import { commentsRoutes, type Mentionable } from '#contracts';
import { useSettled } from '../components/use-settled.js';
import { CALLS } from './calls.js';
import { useRead } from './queries.js';

const NONE: Mentionable['people'] = [];

/** People whom one's comment on a leg may mention, by letters of a name; null: not asked. None that answer to other letters than these: Enter would take the wrong one. */
export function useMentionable(callId: string, legId: string, letters: string | null) {
  const asked = useSettled(letters);
  const { data, isFetching, error } = useRead(
    [...CALLS.one(callId), 'mentionable', legId, asked.value],
    commentsRoutes.mentionable,
    { callId, query: { legId, letters: asked.value ?? '' } },
    { enabled: asked.value !== null, staleTime: 30_000 },
  );
  const people = letters === null || !asked.settled ? NONE : (data?.people ?? NONE);
  return { people, isReading: isFetching || !asked.settled, error };
}
