import type { WebhookDeliveryState, WebhookEndpoint } from '#contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useDeliveries } from '../../data/webhooks.js';
import { DeliveryRow } from './delivery-row.js';

const STATES = ['waiting', 'delivered', 'failed'] as const;

/** What was sent to an endpoint or waits, the latest first, a page at a time. */
export function Deliveries({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { t } = useTranslation();
  const [state, setState] = useState<WebhookDeliveryState | undefined>();
  const query = useDeliveries(endpoint.endpointId, state);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="deliveries" aria-label={t('integrations.deliveries')}>
      <header>
        <h3>{t('integrations.deliveries')}</h3>
        <Segmented
          size="small"
          aria-label={t('integrations.filter')}
          value={state ?? 'all'}
          options={[
            { value: 'all', label: t('integrations.all') },
            ...STATES.map((value) => ({ value, label: t(`integrations.deliveryState.${value}`) })),
          ]}
          onChange={(value) => setState(value === 'all' ? undefined : (value as WebhookDeliveryState))}
        />
      </header>
      <Failed of={query} />
      {query.isPending && (
        <p className="integrations-none" role="status">
          {t('integrations.deliveriesReading')}
        </p>
      )}
      {query.data && rows.length === 0 && (
        <p className="integrations-none">
          {t(state ? 'integrations.deliveriesNoneFiltered' : 'integrations.deliveriesNone')}{' '}
          {state && (
            <Button type="link" size="small" onClick={() => setState(undefined)}>
              {t('integrations.showAll')}
            </Button>
          )}
        </p>
      )}
      <ul>
        {rows.map((delivery) => (
          <DeliveryRow key={delivery.deliveryId} endpoint={endpoint} delivery={delivery} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('integrations.more')}
        </Button>
      )}
    </section>
  );
}
