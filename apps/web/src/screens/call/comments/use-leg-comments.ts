import type { CallComment } from '#contracts';
import { useMemo } from 'react';
import { useComments } from '../../../data/comments.js';
import { useMay } from '../../../data/session.js';
import { useCallPage } from '../call-page.js';

const NONE: CallComment[] = [];

/** What was remarked on the leg that is on the screen and has a second, in the order of the call. */
export function useLegComments(): (CallComment & { atMs: number })[] {
  const { call, leg } = useCallPage();
  const may = useMay('scorecards.read');
  const all = useComments(call.callId, may).data?.comments ?? NONE;
  const legId = call.legs[leg]?.legId;
  return useMemo(
    () => all.flatMap((one) => (one.legId === legId && one.atMs !== null ? [{ ...one, atMs: one.atMs }] : [])),
    [all, legId],
  );
}
