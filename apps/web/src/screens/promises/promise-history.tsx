import type { CommitmentHistory, CommitmentView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { useCommitmentHistory } from '../../data/commitments.js';
import { useFormat } from '../../format/use-format.js';

/** Everything that happened to a promise, oldest first. */
export function PromiseHistory({ id, commitment }: { id: string; commitment: CommitmentView }) {
  const { t } = useTranslation();
  const history = useCommitmentHistory(commitment.commitmentId, commitment.revision, true);
  return (
    <div id={id} className="promise-history">
      <Failed of={history} />
      {history.isPending && <span className="bone" style={{ width: '40%' }} aria-hidden />}
      <ol aria-label={t('promises.history')}>
        {history.data?.entries.map((entry) => (
          <Entry key={entry.entryId} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry }: { entry: CommitmentHistory['entries'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, action, by, to, dueAt, evidenceCallId, note } = entry;
  const who = by ? format.text(by.name) : t('promises.product');
  return (
    <li>
      <time dateTime={at}>{format.dateTime(at)}</time>
      <span>
        {t(`promises.action.${action}`, {
          who,
          to: to ? format.text(to.name) : '',
          time: dueAt ? format.dateTime(dueAt) : '',
        })}
        {evidenceCallId && (
          <>
            {' '}
            <Link to={`/calls/${evidenceCallId}`}>{t('promises.laterCall')}</Link>
          </>
        )}
        {note && <q className="promise-reason">{note}</q>}
      </span>
    </li>
  );
}
