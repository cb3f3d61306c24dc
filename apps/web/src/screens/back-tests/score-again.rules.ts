import type { BackTest, Outcome, Run } from '#contracts';

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

/** How an item comes out of which nothing is on file: it has no results to flip. Legs, by outcome. */
export interface FirstResults extends Record<Outcome, number> {
  readonly itemId: string;
  readonly title: BackTest['items'][number]['title'];
  readonly legs: number;
}

/** The items that are new, each with what it makes of the calls. */
export const firstResults = (items: BackTest['items']): FirstResults[] =>
  items
    .filter(({ moves }) => moves.length > 0 && moves.every(({ from }) => from === 'none'))
    .map(({ itemId, title, moves }) => {
      const sums = { met: 0, not_met: 0, insufficient: 0, not_applicable: 0 };
      for (const { to, legs } of moves) sums[to] += legs;
      return { itemId, title, ...sums, legs: moves.reduce((sum, { legs }) => sum + legs, 0) };
    });
