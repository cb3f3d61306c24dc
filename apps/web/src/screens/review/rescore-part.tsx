import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.js';
import { useAskRescore, useRescores } from '../../data/runs.js';
import { RunRow } from '../back-tests/run-row.js';

/** Scoring the calls of a period again, after a new checklist or lexicon; how far earlier passes are. */
export function RescorePart() {
  const { t } = useTranslation();
  const runs = useRescores();
  const ask = useAskRescore();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [fromId, toId] = [useId(), useId()];
  const ready = from !== '' && to !== '' && from <= to;
  return (
    <section className="admin-section">
      <h2>{t('rescore.title')}</h2>
      <p className="admin-hint">{t('rescore.intro')}</p>
      <div className="admin-row">
        <div className="admin-field">
          <label htmlFor={fromId}>{t('runs.from')}</label>
          <Input id={fromId} type="date" value={from} max={to || undefined} onChange={(e) => setFrom(e.target.value)} />
        </div>
        <div className="admin-field">
          <label htmlFor={toId}>{t('runs.to')}</label>
          <Input id={toId} type="date" value={to} min={from || undefined} onChange={(e) => setTo(e.target.value)} />
        </div>
        <Button type="primary" disabled={!ready} loading={ask.isPending} onClick={() => ask.mutate({ from, to })}>
          {t('rescore.ask')}
        </Button>
        {!ready && <small>{t('runs.choosePeriod')}</small>}
      </div>
      {ask.error && <FailureNote error={ask.error} />}
      {runs.error && <FailureNote error={runs.error} onRetry={() => void runs.refetch()} />}
      <ul className="runs">
        {runs.data?.slice(0, 5).map((run) => (
          <RunRow key={run.runId} run={run} />
        ))}
      </ul>
    </section>
  );
}
