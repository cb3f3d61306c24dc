import { type Gap, GAP_WORDS } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AskFirst } from '../../components/acts.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import { ByOnePerson } from '../../components/one-person.js';
import { parts } from '../../components/opened/part.js';
import { useDecideGap, useTakeGap } from '../../data/completeness.js';
import { useFormat } from '../../format/use-format.js';

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
      <div className="flex wraps to-end gap-2">
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

/** What is said of a gap in the screen's language. */
function useGapWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const length = (ms: number | undefined) => (ms === undefined ? t('completeness.unknown') : format.duration(ms));
  return {
    why: ({ kind, facts: { talkMs, recordedMs, missingMs, channel, doubt, capture } }: Gap): string => {
      const said = { talk: length(talkMs), recorded: length(recordedMs), missing: length(missingMs) };
      if (capture !== undefined) return t(`completeness.why.captured.${capture}`, said);
      if (kind === 'ended_before_call' && missingMs === undefined) return t('completeness.why.cutShort', said);
      if (kind === 'one_channel_silent' && channel !== undefined)
        return t(channel === 0 ? 'completeness.why.leftSilent' : 'completeness.why.rightSilent', said);
      if (doubt !== undefined) return t(`completeness.why.notSplit.${doubt}`, said);
      return t(`completeness.why.${kind}`, said);
    },
    /** How long an open gap has been open, or when a closed one was closed. */
    age: ({ openedAt, closedAt }: Gap): string => {
      if (closedAt !== null) return format.dateTime(closedAt);
      const minutes = Math.floor((Date.now() - Date.parse(openedAt)) / 60_000);
      if (minutes < 60) return t('completeness.minutes', { count: minutes });
      const hours = Math.floor(minutes / 60);
      return hours < 48
        ? t('completeness.hours', { count: hours })
        : t('completeness.days', { count: Math.floor(hours / 24) });
    },
    state: ({ openedAt, closing, asked, acceptedBy, reason }: Gap): string => {
      const why = reason ? t(`completeness.reason.${reason}`) : '';
      if (closing === 'accepted' && acceptedBy)
        return t('completeness.acceptedBy', { name: format.text(acceptedBy.name), why });
      if (closing !== null) return t(`completeness.closing.${closing}`);
      if (asked) return t('completeness.askedBy', { name: format.text(asked.name), why });
      return t('completeness.since', { at: format.dateTime(openedAt) });
    },
  };
}
