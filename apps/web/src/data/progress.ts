import { progressRoutes, type ProgressBy, type ProgressLegsQuery } from '#contracts';
import { keepPreviousData } from '@tanstack/react-query';
import { CALLS } from './calls.js';
import { useRead } from './queries.js';

interface Days {
  from: string;
  to: string;
}

/** Below what changes live: a published review counts at once. */
export const useProgress = (by: ProgressBy, { from, to }: Days) =>
  useRead(
    [...CALLS.reports, 'progress', by, from, to],
    progressRoutes.figures,
    { query: { by, from, to } },
    { placeholderData: keepPreviousData },
  );

export const useProgressLegs = (query: ProgressLegsQuery) =>
  useRead([...CALLS.reports, 'progress-legs', query], progressRoutes.legs, { query });
