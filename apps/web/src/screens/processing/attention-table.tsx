import type { AttentionGroup, ProcessingBoard } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GiveUpDialog } from '../../components/dialogs.js';
import { useSayDone } from '../../components/opened/say.js';
import { Failed, ServerSaid } from '../../components/failure-note.js';
import { useReason } from '../../data/calls.js';
import { useMoveGroup } from '../../data/processing.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useLanguageName } from './board-tables.js';

type Group = ProcessingBoard['attention'][number];

/** What calls wait for, longest first, and what can be done about all of them at once. */
export function AttentionTable({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation();
  return (
    <section className="board-part admin-section dense">
      <h2>{t('processing.attentionTitle')}</h2>
      {groups.length === 0 && <p className="quiet">{t('processing.attentionNone')}</p>}
      <ul className="attention">
        {groups.map((group) => (
          <AttentionRow key={`${group.reason} ${group.language ?? ''}`} group={group} />
        ))}
      </ul>
    </section>
  );
}

function AttentionRow({ group }: { group: Group }) {
  const { t } = useTranslation();
  const format = useFormat();
  const languageName = useLanguageName();
  const { what, next } = useReason('needs_attention', group.reason);
  const language = group.language && languageName(group.language);
  return (
    <li>
      <span className="attention-count rigid bold">{format.number(group.calls)}</span>
      <div className="attention-words spring shrinks breaks">
        <b>{language ? t('processing.inLanguage', { what, language }) : what}</b>
        <ServerSaid said={group.said} />
        {next && <small>{next}</small>}
        <small>{t('processing.since', { at: format.dateTime(group.oldestAt) })}</small>
      </div>
      <AttentionActions group={group} />
    </li>
  );
}

function AttentionActions({ group }: { group: Group }) {
  const { t } = useTranslation();
  const [mayRetry, mayGiveUp, mayRead] = [useMay('calls.retry'), useMay('calls.give_up'), useMay('calls.read')];
  const { reason, language, calls, mine } = group;
  const named = { reason, ...(language && { language }) } as AttentionGroup;
  const done = useSayDone();
  // Here and not at the button: the row is gone by then.
  const move = useMoveGroup(named, ({ moved, gaveUp }) => {
    done(t(gaveUp ? 'processing.movedGiveUp' : 'processing.movedRetry', { count: moved }));
  });
  const [asking, setAsking] = useState(false);
  const shown = `/calls?stage=needs_attention&reason=${reason}${language ? `&language=${language}` : ''}`;
  return (
    <div className="attention-actions row to-end">
      {move.isPending && (
        <small role="status">{t('processing.moving', { done: move.progress.moved, left: move.progress.left })}</small>
      )}
      <Failed of={move} />
      {mayRetry && mine > 0 && (
        <Button size="small" type="primary" loading={move.isPending} onClick={() => move.mutate(null)}>
          {t('processing.retryGroup', { count: mine })}
        </Button>
      )}
      {mayGiveUp && mine > 0 && (
        <Button size="small" disabled={move.isPending} onClick={() => setAsking(true)}>
          {t('processing.giveUpGroup')}
        </Button>
      )}
      {mayRetry && mine < calls && <small>{t('processing.notMine', { count: calls - mine })}</small>}
      {!mayRetry && <small>{t('processing.noRight')}</small>}
      {mayRead && <Link to={shown}>{t('processing.openCalls')}</Link>}
      {asking && (
        <GiveUpDialog
          title={t('giveUp.titleGroup', { count: mine })}
          send={move.mutateAsync}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
