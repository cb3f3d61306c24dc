import type { CommitmentView } from '#contracts';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { DueWords, PromisedWords, PromiseQuestion } from './due-words.js';
import { PromiseActions } from './promise-actions.js';
import { PromiseHistory } from './promise-history.js';

/** One promise: when it is due, what was said, whose it is, and what can be answered. */
export function PromiseRow({ commitment }: { commitment: CommitmentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const historyId = useId();
  const { callId, kind, fromMs, matter, customer, owner, team, offeredTo, candidateCallId, fulfilledByCallId } =
    commitment;
  return (
    <li className={`promise-row is-${commitment.state}`}>
      <DueWords commitment={commitment} />
      <div className="promise-what">
        <b>{t(`promises.kind.${kind}`)}</b>
        <PromisedWords commitment={commitment} />
        <small className="promise-facts">
          {matter && <span>{matter}</span>}
          {customer && <span>{customer}</span>}
          <span>{format.text(owner.name)}</span>
          <span>{format.text(team)}</span>
          <Link to={`/calls/${callId}?t=${Math.floor(fromMs / 1000)}`}>
            {t('promises.openCall', { at: format.clock(fromMs) })}
          </Link>
        </small>
        {offeredTo && (
          <small className="promise-note">{t('promises.offered', { name: format.text(offeredTo.name) })}</small>
        )}
        <PromiseQuestion commitment={commitment} />
        {candidateCallId && commitment.may.includes('kept') && (
          <small className="promise-note">
            {t('promises.candidate')} <Link to={`/calls/${candidateCallId}`}>{t('promises.laterCall')}</Link>
          </small>
        )}
        {fulfilledByCallId && (
          <small className="promise-note">
            {t('promises.fulfilled')} <Link to={`/calls/${fulfilledByCallId}`}>{t('promises.laterCall')}</Link>
          </small>
        )}
      </div>
      <div className="promise-actions">
        <PromiseActions commitment={commitment} />
        <Button size="small" type="text" aria-expanded={open} aria-controls={historyId} onClick={() => setOpen(!open)}>
          {t('promises.history')}
        </Button>
      </div>
      {open && <PromiseHistory id={historyId} commitment={commitment} />}
    </li>
  );
}
