import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../components/day-picker.js';
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
          <DayPicker id={fromId} value={from} max={to} onChange={setFrom} />
        </div>
        <div className="admin-field">
          <label htmlFor={toId}>{t('runs.to')}</label>
          <DayPicker id={toId} value={to} min={from} onChange={setTo} />
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
