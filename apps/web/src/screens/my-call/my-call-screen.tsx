import { useTranslation } from 'react-i18next';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useLive } from '../../data/live.js';
import { useLiveCalls } from '../../data/my-calls.js';
import { useMe } from '../../data/session.js';
import { CallNow } from './call-now.js';
import './my-call.css';

/** One's own call while it goes on: whether it is recorded, and what one can do about it. */
export function MyCallScreen() {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { status } = useLive();
  const calls = useLiveCalls();
  const aheadMs = calls.data ? calls.dataUpdatedAt - Date.parse(calls.data.at) : 0;
  return (
    <AdminPage
      title={t('liveCall.title')}
      needs="live_calls.control"
      head={<small role="status">{status === 'lost' ? t('liveCall.lost') : ''}</small>}
    >
      <WhenRead of={calls}>
        {({ items }) => {
          const own = items.filter(({ agent }) => agent?.personId === personId);
          if (own.length === 0) return <NoCall />;
          // Of two, which happen while one is put through, the one that began last has the keys.
          return own
            .toReversed()
            .map((call, at) => <CallNow key={call.liveCallId} {...{ call, aheadMs, keys: at === 0 }} />);
        }}
      </WhenRead>
    </AdminPage>
  );
}

function NoCall() {
  const { t } = useTranslation();
  return (
    <div className="my-call">
      <p>{t('liveCall.none')}</p>
      <p className="note">{t('liveCall.noneWhy')}</p>
    </div>
  );
}
