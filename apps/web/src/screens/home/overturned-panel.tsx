import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOverturned } from '../../data/home.js';
import { useFormat } from '../../format/use-format.js';
import { Panel, Rows } from './panel.js';

/** Items whose automatic results people change: their checks deserve a look. */
export function OverturnedPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('home.overturned.title')} why="overturned" note={t('home.overturned.note')} of={useOverturned()}>
      {({ items }) => (
        <Rows
          rows={items}
          none={t('home.overturned.none')}
          row={({ checklist, itemId, title, answered, overturned, examples }) => (
            <li key={`${checklist.id} ${itemId}`}>
              <Link to={`/checklists/${checklist.id}`}>{format.text(title)}</Link>{' '}
              <small>
                {format.text(checklist.title)} · {t('home.overturned.of', { n: overturned, of: answered })}
                {examples.map(({ callId, leg }, at) => (
                  <Fragment key={callId}>
                    {' '}
                    <Link to={`/calls/${callId}?item=${itemId}${leg > 1 ? `&leg=${leg}` : ''}`}>
                      {t('home.overturned.call', { n: at + 1 })}
                    </Link>
                  </Fragment>
                ))}
              </small>
            </li>
          )}
        />
      )}
    </Panel>
  );
}
