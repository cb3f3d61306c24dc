import { useTranslation } from 'react-i18next';
import { useMarkRead, useNotifications } from '../../data/notifications.js';
import { Told } from '../../shell/told.js';
import { Panel } from './panel.js';

const SHOWN = 6;

/** What this person was told last. The bell has all of it. */
export function NewsPanel() {
  const { t } = useTranslation();
  const { data, error, refetch } = useNotifications();
  const mark = useMarkRead();
  return (
    <Panel title={t('told.title')} of={{ data: data?.pages[0], error, refetch }}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft below-2">{t('told.none')}</p>
        ) : (
          <ul className="home-rows lined home-news">
            {items.slice(0, SHOWN).map((one) => (
              <Told
                key={one.notificationId}
                one={one}
                onFollow={() => {
                  if (one.readAt === null) mark.mutate([one.notificationId]);
                }}
              />
            ))}
          </ul>
        )
      }
    </Panel>
  );
}
