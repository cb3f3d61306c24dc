import type { CallRow } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Dash } from '../../components/dash.js';
import { useFormat } from '../../format/use-format.js';
import { ReasonCell } from './reason-cell.js';
import { ScoreCells } from './score-cells.js';
import { StageCell } from './stage-cell.js';

/** One call. The link in its first cell covers the row, so that a click anywhere opens it. */
export function CallTableRow({ call, attention }: { call: CallRow; attention: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = format.isToday(call.startedAt) ? null : format.day(call.startedAt);
  const hour = format.time(call.startedAt);
  const time = day ? `${day} ${hour}` : hour;
  const agent = format.text(call.agent.name);
  // A stage that says why: the call waits, has no recording, or no checklist judges it.
  const hasReason = call.stageReason !== null;
  return (
    <div className={`call-row ${attention ? 'attention' : ''} ${call.stage}`} role="row">
      <ChangeFade call={call} />
      <div role="cell" className="col-time">
        <Link
          className={`row-link ${day && !format.isThisYear(call.startedAt) ? 'other-year' : ''}`}
          to={`/calls/${call.callId}`}
          aria-label={t('calls.openCall', { time, agent })}
        >
          {day && <span>{day} </span>}
          <span>{hour}</span>
        </Link>
      </div>
      <div role="cell" className="col-agent">
        <span className="cut">{agent}</span>
        <small className="cut">
          {call.agent.staffNumber} {format.text(call.agent.team.name)}
        </small>
      </div>
      <div role="cell" className="col-customer">
        <span className="cut" title={call.matter ?? undefined} lang={call.language ?? undefined}>
          {call.matter ? <bdi>{call.matter}</bdi> : <em>{t('calls.unknownMatter')}</em>}
        </span>
        <small className="cut">
          {call.customer ?? t('calls.unknownCustomer')}
          {call.invented && ` · ${t('calls.invented')}`}
        </small>
      </div>
      <div role="cell" className="col-duration">
        {call.durationMs === null ? <Dash /> : format.clock(call.durationMs)}
      </div>
      {hasReason ? <ReasonCell call={call} /> : <ScoreCells score={call.score} withheld={call.scoreWithheld} />}
      <StageCell call={call} />
    </div>
  );
}

/** Lights the row up once when something about it changed while it was on the screen. */
function ChangeFade({ call }: { call: CallRow }) {
  const print = `${call.stage} ${call.stageAt} ${call.score?.points ?? ''}`;
  const [first] = useState(print);
  return print === first ? null : <span key={print} className="row-fade" aria-hidden />;
}
