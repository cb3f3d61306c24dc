import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSayDone } from '../../components/opened/say.js';
import { isPeriod, PeriodFields } from '../../components/day-choice.js';
import { useMe, useMay } from '../../data/session.js';
import { siteDay } from '../../format/use-format.js';
import { Failed } from '../../components/failure-note.js';
import { isOpen, useAskBackTest, useBackTest, useBackTests } from '../../data/runs.js';
import { RunRow } from '../back-tests/run-row.js';
import { Summary } from '../back-tests/summary.js';
import { Why } from '../../components/why.js';

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
      <h2>
        {t('backTest.title')} <Why of="backTest" name={t('backTest.title')} />
      </h2>
      <p className="admin-hint">{t('backTest.intro')}</p>
      <Ask checklistId={checklistId} version={version} />
      <Failed of={runs} />
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
  const done = useSayDone();
  const ask = useAskBackTest();
  const { timeZone } = useMe();
  const [period, setPeriod] = useState({ from: siteDay(timeZone, -30), to: siteDay(timeZone) });
  const [atMost, setAtMost] = useState(1000);
  const mostId = useId();
  const ready = isPeriod(period);
  const send = () =>
    ask.mutate({ checklistId, version, ...period, atMost }, { onSuccess: () => done(t('backTest.asked')) });
  return (
    <>
      <div className="admin-row">
        <PeriodFields value={period} onChange={setPeriod} />
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
      <Failed of={ask} />
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
