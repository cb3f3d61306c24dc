import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAcknowledgements } from '../../data/acknowledgements.js';
import { useFormat } from '../../format/use-format.js';
import { Panel, Rows } from './panel.js';

/** Reviews of one's own calls that one has not said one read; where there is none, the panel is left out. */
export function ToReadPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useAcknowledgements('unread');
  const items = list.data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('reading.toRead')} of={list}>
      {() => (
        <Rows
          rows={items}
          none=""
          row={({ scorecardId, callId, leg, checklist, startedAt, matter, customer, language, askedAt, reviewer }) => (
            <li key={scorecardId}>
              <Link to={`/calls/${callId}?leg=${leg}&list=${checklist.id}`} lang={(matter && language) || undefined}>
                {matter ?? customer ?? t('home.listeners.call', { at: format.dateTime(startedAt) })}
              </Link>{' '}
              <small>
                {format.text(checklist.title)} ·{' '}
                {t('reading.by', { by: format.text(reviewer), at: format.dateTime(askedAt) })}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}
