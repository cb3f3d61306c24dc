import type { AgentRef } from '#contracts';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

/** Whose leg it is, with their team. @param agentOf the agent of a row */
export function useAgentColumn<R>(agentOf: (row: R) => AgentRef): Column<R> {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    name: t('review.agent'),
    by: (row) => format.text(agentOf(row).name),
    cell: (row) => (
      <div className="drawn-cell">
        {format.text(agentOf(row).name)}
        <small>{format.text(agentOf(row).team.name)}</small>
      </div>
    ),
  };
}

/** The screen's lists are filtered each for itself, in its address: a call that was opened from one leads back to it. */
export const showing = (list: 'show' | 'drawn' | 'read', filter: string) => (was: URLSearchParams) => {
  const next = new URLSearchParams(was);
  next.set(list, filter);
  return next;
};
