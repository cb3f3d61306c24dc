import { App, Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayPicker } from '../../components/day-picker.js';
import { FailureNote } from '../../components/failure-note.js';
import { isOpen, useAskBackTest, useBackTest, useBackTests } from '../../data/runs.js';
import { useMay } from '../../data/session.js';
import { RunRow } from '../back-tests/run-row.js';
import { Summary } from '../back-tests/summary.js';

interface Props {
  checklistId: string;
  /** A published version, or the open draft as it was last saved. */
  version: number | 'draft';
}

/** Tries a checklist on past calls: asks for a back-test, follows it, and says in a sentence what would flip. */
export function BackTestPanel({ checklistId, version }: Props) {
  const { t } = useTranslation();
  const may = useMay('scorecards.backtest');
  const runs = useBackTests(checklistId);
  const last = runs.data?.[0];
  if (!may) return null;
  return (
    <section className="admin-section back-test-panel">
      <h2>{t('backTest.title')}</h2>
      <p className="admin-hint">{t('backTest.intro')}</p>
      <Ask checklistId={checklistId} version={version} />
      {runs.error && <FailureNote error={runs.error} onRetry={() => void runs.refetch()} />}
      {last && (
        <ul className="runs">
          <RunRow run={last} />
        </ul>
      )}
      {last && !isOpen(last) && <Found runId={last.runId} />}
    </section>
  );
}

function Ask({ checklistId, version }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useAskBackTest();
  const [from, setFrom] = useState(daysAgo(30));
  const [to, setTo] = useState(daysAgo(0));
  const [atMost, setAtMost] = useState(1000);
  const [fromId, toId, mostId] = [useId(), useId(), useId()];
  const ready = from !== '' && to !== '' && from <= to;
  const send = () =>
    ask.mutate(
      { checklistId, version, from, to, atMost },
      { onSuccess: () => void message.success(t('backTest.asked')) },
    );
  return (
    <>
      <div className="admin-row">
        <div className="admin-field">
          <label htmlFor={fromId}>{t('runs.from')}</label>
          <DayPicker id={fromId} value={from} max={to} onChange={setFrom} />
        </div>
        <div className="admin-field">
          <label htmlFor={toId}>{t('runs.to')}</label>
          <DayPicker id={toId} value={to} min={from} onChange={setTo} />
        </div>
        <div className="admin-field">
          <label htmlFor={mostId}>{t('backTest.atMost')}</label>
          <InputNumber
            id={mostId}
            min={1}
            max={100_000}
            value={atMost}
            onChange={(value) => setAtMost(value ?? 1000)}
          />
        </div>
        <Button type="primary" disabled={!ready} loading={ask.isPending} onClick={send}>
          {t('backTest.ask')}
        </Button>
        {!ready && <small>{t('runs.choosePeriod')}</small>}
      </div>
      {ask.error && <FailureNote error={ask.error} />}
    </>
  );
}

function Found({ runId }: { runId: string }) {
  const { t } = useTranslation();
  const test = useBackTest(runId);
  if (!test.data) return null;
  return (
    <>
      <Summary test={test.data} />
      <Link to={`/back-tests/${runId}`}>{t('backTest.seeAll')}</Link>
    </>
  );
}

/** A day as a date field has it. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE');
}
