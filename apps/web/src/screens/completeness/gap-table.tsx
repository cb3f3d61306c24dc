import { GAP_WORDS, type Gap } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AskFirst } from '../../components/ask-first.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import { ByOnePerson } from '../../components/one-person.js';
import { parts } from '../../components/opened/part.js';
import { useDecideGap, useTakeGap } from '../../data/completeness.js';
import { useFormat } from '../../format/use-format.js';
import { useGapWords } from './gap-words.js';

const { AcceptDialog } = parts(() => import('./dialogs.js'));

/** Gaps, and what the reader may do about each. */
export function GapTable({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  const [accepting, setAccepting] = useState<string | null>(null);
  const [take, decide] = [useTakeGap(), useDecideGap()];
  const columns = useColumns();
  const acts: Column<Gap> = {
    name: { unseen: t('completeness.acts') },
    cell: ({ gapId, may }) => (
      <div className="completeness-acts">
        {may.includes('take') && (
          <Button size="small" onClick={() => take.mutate(gapId)}>
            {t('completeness.take')}
          </Button>
        )}
        {may.includes('ask') && (
          <Button size="small" onClick={() => setAccepting(gapId)}>
            {t('completeness.accept')}
          </Button>
        )}
        {may.includes('agree') && (
          <AskFirst ask={t('completeness.agreeAsk')} onYes={() => decide.mutate({ gapId, agree: true })}>
            {t('completeness.agree')}
          </AskFirst>
        )}
        {may.includes('refuse') && (
          <Button size="small" onClick={() => decide.mutate({ gapId, agree: false })}>
            {t(may.includes('agree') ? 'completeness.refuse' : 'completeness.takeBack')}
          </Button>
        )}
      </div>
    ),
    quiet: ({ may }) => may.length === 0,
  };
  return (
    <>
      {[take, decide].map((change, at) => (
        <Failed key={at} of={change} />
      ))}
      <DataTable
        caption={t('completeness.list')}
        columns={[...columns, acts]}
        rows={gaps}
        keyOf={({ gapId }) => gapId}
        past={({ state }) => state === 'closed'}
      />
      {accepting && <AcceptDialog gapId={accepting} onClose={() => setAccepting(null)} />}
    </>
  );
}

function useColumns(): Column<Gap>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useGapWords();
  return [
    {
      name: t('completeness.kind'),
      cell: (gap) => (
        <>
          <b>{format.text(GAP_WORDS[gap.kind])}</b>
          <small>{words.why(gap)}</small>
        </>
      ),
    },
    {
      name: t('completeness.call'),
      cell: ({ callId, callShown, startedAt, source }) => (
        <>
          {callShown ? <Link to={`/calls/${callId}`}>{format.dateTime(startedAt)}</Link> : format.dateTime(startedAt)}
          <small>{source}</small>
        </>
      ),
    },
    {
      name: t('completeness.who'),
      cell: ({ agent, extension, team }) => (
        <>
          {agent
            ? format.text(agent)
            : extension
              ? t('completeness.extension', { extension })
              : t('completeness.unknown')}
          <small>{team ? format.text(team) : t('completeness.noTeam')}</small>
        </>
      ),
    },
    {
      name: t('completeness.owner'),
      cell: ({ owner, ownedBy }) =>
        owner ? (
          format.text(owner.name)
        ) : (
          <>
            {t(`shell.role.${ownedBy}`)}
            <small>{t('completeness.untaken')}</small>
          </>
        ),
    },
    {
      name: t('completeness.age'),
      cell: (gap) => (
        <>
          {words.age(gap)}
          <small>{words.state(gap)}</small>
          {gap.note && <q>{gap.note}</q>}
          <ByOnePerson when={gap.byOnePerson} />
        </>
      ),
    },
  ];
}
