import type { CallColumn, CallRow } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Dash } from '../../components/dash.js';
import { useFormat } from '../../format/use-format.js';
import { ReasonCell } from './reason-cell.js';
import { ScoreCell } from './score-cells.js';
import { StageCell } from './stage-cell.js';

/** One call. The link in its first cell covers the row, so that a click anywhere opens it. */
export function CallTableRow({ call, columns, attention }: RowProps) {
  // A stage that says why: the call waits, has no recording, or no checklist judges it.
  const hasReason = call.stageReason !== null;
  const overScore = SCORE.filter((column) => columns.includes(column));
  const cells = columns.filter((column) => !hasReason || !SCORE.includes(column) || column === overScore[0]);
  return (
    <div className={`call-row ${attention ? 'attention' : ''} ${call.stage}`} role="row">
      <ChangeFade call={call} />
      <TimeCell call={call} />
      {cells.map((column) =>
        hasReason && SCORE.includes(column) ? (
          <ReasonCell key={column} call={call} over={overScore.length} />
        ) : (
          <Cell key={column} column={column} call={call} />
        ),
      )}
    </div>
  );
}

interface RowProps {
  call: CallRow;
  columns: readonly CallColumn[];
  attention: boolean;
}

/** Columns over which a reason is written where there is no score. */
const SCORE: readonly CallColumn[] = ['outcomes', 'worst', 'points'];

function Cell({ column, call }: { column: CallColumn; call: CallRow }) {
  switch (column) {
    case 'agent':
      return <AgentCell call={call} />;
    case 'customer':
      return <CustomerCell call={call} />;
    case 'stage':
      return <StageCell call={call} />;
    case 'duration':
    case 'ring':
    case 'silence':
      return <MeasureCell column={column} call={call} />;
    default:
      return <ScoreCell column={column} call={call} />;
  }
}

function TimeCell({ call }: { call: CallRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = format.isToday(call.startedAt) ? null : format.day(call.startedAt);
  const hour = format.time(call.startedAt);
  const time = day ? `${day} ${hour}` : hour;
  return (
    <div role="cell" className="col-time">
      <Link
        className={`row-link ${day && !format.isThisYear(call.startedAt) ? 'other-year' : ''}`}
        to={`/calls/${call.callId}`}
        aria-label={t('calls.openCall', { time, agent: format.text(call.agent.name) })}
      >
        {day && <span>{day} </span>}
        <span>{hour}</span>
      </Link>
    </div>
  );
}

function AgentCell({ call: { agent } }: { call: CallRow }) {
  const format = useFormat();
  return (
    <div role="cell" className="col-agent">
      <span className="cut">{format.text(agent.name)}</span>
      <small className="cut">
        {agent.staffNumber} {format.text(agent.team.name)}
      </small>
    </div>
  );
}

function CustomerCell({ call }: { call: CallRow }) {
  const { t } = useTranslation();
  return (
    <div role="cell" className="col-customer">
      <span className="cut" title={call.matter ?? undefined} lang={call.language ?? undefined}>
        {call.matter ? <bdi>{call.matter}</bdi> : <em>{t('calls.unknownMatter')}</em>}
      </span>
      <small className="cut">
        {call.customer ?? t('calls.unknownCustomer')}
        {call.invented && ` · ${t('calls.invented')}`}
      </small>
    </div>
  );
}

function MeasureCell({ column, call }: { column: 'duration' | 'ring' | 'silence'; call: CallRow }) {
  const { t } = useTranslation();
  const { clock, number } = useFormat();
  const { durationMs, ringSeconds, silenceMs } = call;
  const seconds = column === 'ring' ? ringSeconds : silenceMs === null ? null : silenceMs / 1000;
  const shown =
    column === 'duration'
      ? durationMs === null
        ? null
        : clock(durationMs)
      : seconds === null
        ? null
        : t('calls.seconds', { seconds: number(Math.round(seconds * 10) / 10) });
  return (
    <div role="cell" className={`col-${column}`}>
      {shown ?? <Dash />}
    </div>
  );
}

/** Lights the row up once when something about it changed while it was on the screen. */
function ChangeFade({ call }: { call: CallRow }) {
  const print = `${call.stage} ${call.stageAt} ${call.score?.points ?? ''}`;
  const [first] = useState(print);
  return print === first ? null : <span key={print} className="row-fade" aria-hidden />;
}
