import type { Run } from '#contracts';

/**
 * Whether what a back-test looked at can be scored again by the version that it tried. Scoring again takes one team or every one: of several it
 * would reach calls that were not looked at.
 */
export const canScoreAgain = ({
  kind,
  state,
  checklist,
  teamIds,
}: Pick<Run, 'kind' | 'state' | 'checklist' | 'teamIds'>): boolean =>
  kind === 'back_test' && state === 'finished' && (checklist?.version ?? null) !== null && (teamIds?.length ?? 1) === 1;
