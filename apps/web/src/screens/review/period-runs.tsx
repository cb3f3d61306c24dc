import type { NewRehear, Run } from '#contracts';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { isPeriod, PeriodFields } from '../../components/period-fields.js';
import { RunRow } from '../back-tests/run-row.js';

const SHOWN = 5;

interface Props {
  words: { title: string; intro: string; ask: string };
  runs: UseQueryResult<Run[]>;
  ask: UseMutationResult<unknown, Error, NewRehear>;
  /** What the newest came to. */
  children?: ReactNode;
}

/** Asks that something be done again for the calls of a period, and tells how far earlier passes are. */
export function PeriodRuns({ words, runs, ask, children }: Props) {
  const { t } = useTranslation();
  const [period, setPeriod] = useState({ from: '', to: '' });
  const ready = isPeriod(period);
  return (
    <section className="admin-section">
      <h2>{words.title}</h2>
      <p className="admin-hint">{words.intro}</p>
      <div className="admin-row">
        <PeriodFields value={period} onChange={setPeriod} />
        <Button type="primary" disabled={!ready} loading={ask.isPending} onClick={() => ask.mutate(period)}>
          {words.ask}
        </Button>
        {!ready && <small>{t('runs.choosePeriod')}</small>}
      </div>
      <Failed of={ask} />
      <Failed of={runs} />
      <ul className="runs">
        {runs.data?.slice(0, SHOWN).map((run) => (
          <RunRow key={run.runId} run={run} />
        ))}
      </ul>
      {children}
    </section>
  );
}
