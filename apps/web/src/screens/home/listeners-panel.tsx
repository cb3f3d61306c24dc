import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListeners } from '../../data/home.js';
import { useFormat } from '../../format/use-format.js';
import { Panel, Rows } from './panel.js';

/** Who listened to one's own calls. */
export function ListenersPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('home.listeners.title')} why="listened" of={useListeners()}>
      {({ items }) => (
        <Rows
          rows={items}
          none={t('home.listeners.none')}
          row={({ at, callId, startedAt, by, purpose, heardMs }) => (
            <li key={`${callId} ${at}`}>
              <Link to={`/calls/${callId}`}>{t('home.listeners.call', { at: format.dateTime(startedAt) })}</Link>{' '}
              <small>
                {[
                  by ? format.text(by) : t('home.listeners.withheld'),
                  format.dateTime(at),
                  purpose && t(`legal.purpose.${purpose}`),
                  heardMs !== null && format.duration(heardMs),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}
