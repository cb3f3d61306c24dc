import { type NotificationView } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../components/failure-note.js';
import { useMarkRead, useNotifications, useUnread } from '../data/notifications.js';
import { Told } from './told.js';
import './told-list.css';

/** What this person is told, the newest first; each leads to what it is about. */
export function ToldList({ onGone }: { onGone: () => void }) {
  const { t } = useTranslation();
  const told = useNotifications();
  const mark = useMarkRead();
  const unread = useUnread();
  const items = told.data?.pages.flatMap((page) => page.items) ?? [];
  const follow = (one: NotificationView) => {
    if (one.readAt === null) mark.mutate([one.notificationId]);
    onGone();
  };
  return (
    <section className="tray told" aria-label={t('told.title')}>
      <div>
        <h2>{t('told.title')}</h2>
        {unread > 0 && (
          <Button size="small" type="link" onClick={() => mark.mutate(null)}>
            {t('told.readAll')}
          </Button>
        )}
      </div>
      <Failed of={told} />
      {told.isPending && <p>{t('told.loading')}</p>}
      {told.data && items.length === 0 && <p>{t('told.none')}</p>}
      {items.length > 0 && (
        <ul>
          {items.map((one) => (
            <Told key={one.notificationId} one={one} onFollow={() => follow(one)} />
          ))}
        </ul>
      )}
      {told.hasNextPage && (
        <Button size="small" loading={told.isFetchingNextPage} onClick={() => void told.fetchNextPage()}>
          {t('told.more')}
        </Button>
      )}
    </section>
  );
}
