import type { Run } from '#contracts';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { isOpen, useCancelRun } from '../../data/runs.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import './back-tests.css';

/** A pass over past calls: what it is, how far, what it came to; cancelling says what it leaves behind. `here`: on its own page. */
export function RunRow({ run, here = false, onGone }: { run: Run; here?: boolean; onGone?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancelRun();
  const mayOpen = useMay('scorecards.backtest');
  const elapsed = useElapsed(run);
  const share = run.total === 0 ? 0 : run.done / run.total;
  // Before a tenth is done an estimate would be a guess.
  const rest = isOpen(run) && share >= 0.1 ? (elapsed / share) * (1 - share) : null;
  return (
    <li className="run dense grid gap-1">
      <div className="run-head flex between gap-2">
        <b className="breaks">{useRunName(run)}</b>
        <span className="rigid soft">{t(`runs.state.${run.state}`)}</span>
      </div>
      <small>
        {t('runs.done', { done: format.number(run.done), total: format.number(run.total) })}{' '}
        {run.kind === 'rescore' && t('runs.filed', { count: run.filed })}{' '}
        {run.kind === 'rescore' && !isOpen(run) && t('runs.told', { count: run.told })}
        {run.kind === 'rehear' && t('runs.reheard', { count: run.filed })}{' '}
        {isOpen(run) && t('runs.elapsed', { duration: format.duration(elapsed) })}{' '}
        {rest !== null && t('runs.estimate', { duration: format.duration(rest) })}
      </small>
      <progress className="run-bar" value={run.done} max={run.total} aria-label={t('runs.progress')} />
      {run.failure && (
        <small className="admin-wrong">{t(run.failure === 'run_overtaken' ? 'runs.overtaken' : 'runs.failed')}</small>
      )}
      <div className="row">
        <small>{t('runs.asked', { by: format.text(run.askedBy), at: format.dateTime(run.askedAt) })}</small>
        {run.checklist && mayOpen && !here && (
          <Link to={`/back-tests/${run.runId}`} onClick={onGone}>
            {t('runs.open')}
          </Link>
        )}
        {isOpen(run) && (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(run)}>
            {t('runs.cancel')}
          </Button>
        )}
      </div>
      {isOpen(run) && <small>{t(`runs.cancelLeaves.${run.kind}`)}</small>}
      <Failed of={cancel} />
    </li>
  );
}

export function useRunName({ kind, checklist, from, to }: Run): string {
  const { t } = useTranslation();
  const { text } = useFormat();
  const period = from === to ? from : t('runs.period', { from, to });
  if (kind === 'rehear') return t('runs.rehear', { period });
  if (kind === 'rescore' && checklist) return t('runs.rescoreBy', { title: text(checklist.title), period });
  if (!checklist) return t('runs.rescore', { period });
  const version = checklist.version === null ? t('runs.draft') : `v${checklist.version}`;
  return t('runs.backTest', { title: text(checklist.title), version, period });
}

/** Milliseconds that it has run; stops once it is over. */
function useElapsed({ startedAt, endedAt }: Run): number {
  const [now, setNow] = useState(Date.now);
  const on = startedAt !== null && endedAt === null;
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [on]);
  if (startedAt === null) return 0;
  return Math.max(0, (endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt));
}
