import { useTranslation } from 'react-i18next';
import { isOpen, useBackTests, useRescores } from '../../data/runs.js';
import { RunRow } from './run-row.js';

/** Passes over past calls that are under way, for the bell; they go on no matter which screen is shown, and outlive a reload. */
export function useOpenRuns() {
  const [tests, rescores] = [useBackTests(), useRescores()];
  return [...(tests.data ?? []), ...(rescores.data ?? [])].filter(isOpen);
}

export function OpenRuns({ runs, onGone }: { runs: ReturnType<typeof useOpenRuns>; onGone: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="tray" aria-label={t('runs.tray')}>
      <h2>{t('runs.tray')}</h2>
      <ul className="runs">
        {runs.map((run) => (
          <RunRow key={run.runId} run={run} onGone={onGone} />
        ))}
      </ul>
    </section>
  );
}
