import type { CallColumn, CallRow } from '#contracts';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Dash } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';
import { ScoreCell } from './score-cells.js';
import { StageCell } from './stage-cell.js';
import { type Ticks, useTicks } from './use-ticks.js';
import { useReason } from '../../data/calls.js';

/** One call. The link in its first cell covers the row, so that a click anywhere opens it. */
export function CallTableRow({ call, columns, attention, stop }: RowProps) {
  const ticks = useTicks();
  // A stage that says why: the call waits, has no recording, or no checklist judges it.
  const hasReason = call.stageReason !== null;
  const overScore = SCORE.filter((column) => columns.includes(column));
  const cells = columns.filter((column) => !hasReason || !SCORE.includes(column) || column === overScore[0]);
  return (
    <div
      className={`call-row hovers dense relative ${attention ? 'attention' : ''} ${call.stage}`}
      role="row"
      data-call={call.callId}
      aria-selected={ticks?.ticked.has(call.callId)}
    >
      <ChangeFade call={call} />
      {ticks && <TickCell call={call} ticks={ticks} stop={stop} />}
      <TimeCell call={call} stop={stop} />
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
  /** Tab reaches it. */
  stop: boolean;
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

/** A tick for what is done with several calls; with Shift, all rows since the last one. */
function TickCell({ call, ticks, stop }: { call: CallRow; ticks: Ticks; stop: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const on = ticks.ticked.has(call.callId);
  const named = { time: format.dateTime(call.startedAt), agent: format.text(call.agent.name) };
  return (
    <div role="cell" className="col-tick above-link">
      <Checkbox
        checked={on}
        disabled={ticks.full && !on}
        tabIndex={stop ? 0 : -1}
        aria-label={t('calls.ticked.one', named)}
        onChange={({ nativeEvent }) => ticks.toggle(call.callId, (nativeEvent as MouseEvent).shiftKey)}
      />
    </div>
  );
}

function TimeCell({ call, stop }: { call: CallRow; stop: boolean }) {
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
        tabIndex={stop ? 0 : -1}
        aria-label={t('calls.openCall', { time, agent: format.text(call.agent.name) })}
      >
        {day && <span>{day} </span>}
        <span>{hour}</span>
      </Link>
    </div>
  );
}

function AgentCell({ call: { agent, legs } }: { call: CallRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="cell" className="col-agent">
      <span className="cut">
        {format.text(agent.name)} {legs > 1 && <small>{t('calls.moreLegs', { count: legs - 1 })}</small>}
      </span>
      <small className="cut">
        {agent.staffNumber} {format.text(agent.team.name)}
      </small>
    </div>
  );
}

function CustomerCell({ call }: { call: CallRow }) {
  const { t } = useTranslation();
  const customer = [call.customer ?? t('calls.unknownCustomer'), call.invented && t('calls.invented')];
  const told = customer.filter(Boolean).join(' · ');
  return (
    <div role="cell" className="col-customer">
      <span className="cut" title={call.matter ?? undefined} lang={call.language ?? undefined}>
        {call.matter ? <bdi>{call.matter}</bdi> : <em>{t('calls.unknownMatter')}</em>}
      </span>
      <small className="cut" title={told}>
        {told}
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

/** Why a call waits or has no recording, over the columns that a score would fill; never cut short. */
function ReasonCell({ call, over }: { call: CallRow; over: number }) {
  const reason = useReason(call.stage, call.stageReason);
  return (
    <div role="cell" className="col-reason" style={{ gridColumn: `span ${over}` }}>
      {reason.next ? (
        <>
          <b>{reason.what}</b>
          <small>{reason.next}</small>
        </>
      ) : (
        reason.what
      )}
    </div>
  );
}
