import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayPicker } from '../../components/day-picker.js';
import { FailureNote } from '../../components/failure-note.js';
import { useAskRehearing, useRehearing, useRehearings } from '../../data/words.js';
import { useFormat } from '../../format/use-format.js';
import { RunRow } from '../back-tests/run-row.js';

/** Hearing the calls of a period again, after another engine, model or settings; what differs. */
export function RehearPart() {
  const { t } = useTranslation();
  const runs = useRehearings();
  const ask = useAskRehearing();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [fromId, toId] = [useId(), useId()];
  const ready = from !== '' && to !== '' && from <= to;
  return (
    <section className="admin-section">
      <h2>{t('words.rehearTitle')}</h2>
      <p className="admin-hint">{t('words.rehearIntro')}</p>
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
          {t('words.rehearAsk')}
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
      {runs.data?.[0] && <WhatDiffers runId={runs.data[0].runId} />}
    </section>
  );
}

/** How many words and outcomes of the newest pass differ from before. */
function WhatDiffers({ runId }: { runId: string }) {
  const { t } = useTranslation();
  const { number, percent, text } = useFormat();
  const rehearing = useRehearing(runId);
  if (rehearing.error) return <FailureNote error={rehearing.error} onRetry={() => void rehearing.refetch()} />;
  if (!rehearing.data || rehearing.data.heard.recordings === 0) return null;
  const { heard, failed, items } = rehearing.data;
  return (
    <div className="admin-hint">
      <p>
        {t('words.heardSoFar', {
          count: heard.recordings,
          changed: number(heard.changed),
          words: number(heard.words),
          share: percent(heard.words === 0 ? 0 : heard.changed / heard.words),
        })}{' '}
        {failed > 0 && t('words.heardFailed', { count: failed })}
      </p>
      {items.length === 0 && <p>{t('words.noMoves')}</p>}
      <ul>
        {items.map(({ itemId, title, moves }) => (
          <li key={itemId}>
            {text(title)}
            {t('words.colon')}
            {moves
              .map(({ from, to, legs }) =>
                t('words.move', {
                  from: from === 'none' ? t('backTest.notOnFile') : t(`outcome.${from}`),
                  to: t(`outcome.${to}`),
                  legs: number(legs),
                }),
              )
              .join(t('journal.and'))}
          </li>
        ))}
      </ul>
    </div>
  );
}
