import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { ShowDialog } from '../../components/show-dialog.js';
import { useDoneFor } from '../../data/absences.js';
import { useEntrySentence } from '../../format/entry-words.js';
import { useFormat } from '../../format/use-format.js';

/** What a deputy did in the name of the person who was away. */
export function DoneDialog({ absenceId, onClose }: { absenceId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useEntrySentence();
  const done = useDoneFor(absenceId);
  return (
    <ShowDialog title={t('absence.done')} width={640} onClose={onClose}>
      <WhenRead of={done}>
        {({ total, items }) => (
          <>
            <p>{t(total === 0 ? 'absence.doneNone' : 'absence.doneTotal', { count: total })}</p>
            <ul className="account-list">
              {items.map(({ at, event, callId, ref, whom, details, by }, index) => {
                const who = t('absence.forYou', { by: format.text(by) });
                const said =
                  say(event, details ?? {}, { who, ref: ref ?? '', whom: whom ? format.text(whom) : '' }) ??
                  `${who} ${event}`;
                return (
                  <li key={`${at} ${index}`}>
                    <div>
                      {callId ? <Link to={`/calls/${callId}`}>{said}</Link> : said}
                      <small className="absence-facts">{format.dateTime(at)}</small>
                    </div>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </WhenRead>
    </ShowDialog>
  );
}
