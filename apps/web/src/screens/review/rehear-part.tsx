import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useAskRehearing, useRehearing, useRehearings } from '../../data/words.js';
import { useFormat } from '../../format/use-format.js';
import type { NewRehear, Run } from '#contracts';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { isPeriod, PeriodFields } from '../../components/day-choice.js';
import { RunRow } from '../back-tests/run-row.js';

/** Hearing the calls of a period again, after another engine, model or settings; what differs. */
export function RehearPart() {
  const { t } = useTranslation();
  const runs = useRehearings();
  const newest = runs.data?.[0];
  const words = { title: t('words.rehearTitle'), intro: t('words.rehearIntro'), ask: t('words.rehearAsk') };
  return (
    <PeriodRuns words={words} runs={runs} ask={useAskRehearing()}>
      {newest && <WhatDiffers runId={newest.runId} />}
    </PeriodRuns>
  );
}

/** How many words and outcomes of the newest pass differ from before. */
function WhatDiffers({ runId }: { runId: string }) {
  const { t } = useTranslation();
  const { number, percent, text } = useFormat();
  const rehearing = useRehearing(runId);
  if (rehearing.error) return <Failed of={rehearing} />;
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

const SHOWN = 5;

interface Props {
  words: { title: string; intro: string; ask: string };
  runs: UseQueryResult<Run[]>;
  ask: UseMutationResult<unknown, Error, NewRehear>;
  /** What the newest came to. */
  children?: ReactNode;
}

/** Asks that something be done again for the calls of a period, and tells how far earlier passes are. */
function PeriodRuns({ words, runs, ask, children }: Props) {
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
