import type { DrawnLeg } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../components/data-table.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { parts } from '../../components/opened/part.js';

const { ReplaceDialog, WhyDialog } = parts(() => import('./dialogs.js'));

interface Props {
  drawId: string;
  legs: readonly DrawnLeg[];
  byRisk: boolean;
}

/** The legs of a draw, with who judges them, until when, and why each was drawn. */
export function DrawnLegs({ drawId, legs, byRisk }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opens, manages] = [useMay('calls.read'), useMay('sampling.manage')];
  const [asked, setAsked] = useState<DrawnLeg | null>(null);
  const [replaced, setReplaced] = useState<DrawnLeg | null>(null);
  const columns: Column<DrawnLeg>[] = [
    {
      name: t('sampling.draw.call'),
      by: ({ startedAt }) => startedAt,
      cell: ({ callId, leg, startedAt, language }) => (
        <div className="sampling-cell">
          {opens ? (
            <Link to={`/calls/${callId}?leg=${leg}`}>{format.dateTime(startedAt)}</Link>
          ) : (
            format.dateTime(startedAt)
          )}
          {language && <small>{t(`calls.spoken.${language}`)}</small>}
        </div>
      ),
    },
    {
      name: t('sampling.draw.agent'),
      by: ({ agent }) => format.text(agent.name),
      cell: ({ agent }) => (
        <div className="sampling-cell">
          {format.text(agent.name)}
          <small>{format.text(agent.team.name)}</small>
        </div>
      ),
    },
    {
      name: t('sampling.draw.place'),
      number: true,
      by: ({ place }) => place,
      cell: ({ place, severity, risks }) => (
        <div className="sampling-cell">
          {t('sampling.draw.placeOf', { place })}
          {byRisk && (
            <small>
              {risks.map((risk) => t(`sampling.risks.${risk}`)).join(t('journal.and'))}{' '}
              {t('sampling.draw.severity', { severity })}
            </small>
          )}
        </div>
      ),
    },
    {
      name: t('sampling.draw.reviewer'),
      by: ({ reviewer }) => (reviewer ? format.text(reviewer.name) : ''),
      cell: ({ reviewer, blind }) => (
        <div className="sampling-cell">
          {reviewer ? format.text(reviewer.name) : t('sampling.draw.notTaken')}
          {blind && <small>{t('sampling.blind')}</small>}
        </div>
      ),
    },
    { name: t('sampling.state'), cell: (leg) => <State leg={leg} /> },
    {
      name: { unseen: t('sampling.draw.why') },
      cell: (leg) => (
        <span className="flex wraps gap-2">
          <Button size="small" onClick={() => setAsked(leg)}>
            {t('sampling.draw.why')}
          </Button>
          {manages && leg.state === 'open' && (
            <Button size="small" onClick={() => setReplaced(leg)}>
              {t('sampling.draw.replace')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <div className="scrolls-x">
      <DataTable
        columns={columns}
        rows={legs}
        keyOf={({ assignmentId }) => assignmentId}
        past={({ state }) => state === 'replaced' || state === 'lapsed'}
      />
      {asked && <WhyDialog drawId={drawId} leg={asked} byRisk={byRisk} onClose={() => setAsked(null)} />}
      {replaced && <ReplaceDialog leg={replaced} onClose={() => setReplaced(null)} />}
    </div>
  );
}

function State({ leg: { state, dueAt, endedAt, replacedReason, replacedNote } }: { leg: DrawnLeg }) {
  const { t } = useTranslation();
  const format = useFormat();
  const late = state === 'open' && new Date(dueAt).getTime() < Date.now();
  return (
    <div className="sampling-cell">
      {t(`sampling.draw.state.${state}`)}
      {state === 'open' && (
        <small className={late ? 'bad' : undefined}>
          {t('sampling.draw.due')} {format.dateTime(dueAt)}
        </small>
      )}
      {(state === 'done' || state === 'lapsed') && endedAt && <small>{format.dateTime(endedAt)}</small>}
      {replacedReason && (
        <small>{t('sampling.draw.because', { reason: t(`sampling.draw.reasons.${replacedReason}`) })}</small>
      )}
      {replacedNote && <small>{replacedNote}</small>}
    </div>
  );
}
