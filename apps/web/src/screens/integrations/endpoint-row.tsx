import { DownOutlined, RightOutlined } from '@ant-design/icons';
import type { WebhookDeliveryState, WebhookEndpoint, WebhookList } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Failed } from '../../components/failure-note.js';
import { useDeliveries } from '../../data/webhooks.js';
import { DeliveryRow, useEventName } from './delivery-row.js';
import { EndpointActions } from './endpoint-actions.js';
import { hostOf, needsPerson, stateOf } from './endpoint-state.rules.js';

interface Props {
  endpoint: WebhookEndpoint;
  list: WebhookList;
  open: boolean;
  onToggle: () => void;
  onChange: () => void;
  onSecret: (secret: string) => void;
}

/** One endpoint: how it is, in a line; opened, what it is told and what became of it. */
export function EndpointRow({ endpoint, list, open, onToggle, onChange, onSecret }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = stateOf(endpoint);
  return (
    <li className="endpoint">
      <button
        type="button"
        className="plain endpoint-line row padded-box full hovers"
        aria-expanded={open}
        onClick={onToggle}
      >
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        <b>{endpoint.name}</b>
        <span className="soft breaks">{hostOf(endpoint.url)}</span>
        <span className={`endpoint-state ${needsPerson(state) ? 'grave' : 'soft'}`}>
          {t(`integrations.state.${state}`)}
        </span>
        <small className="ruled">
          {endpoint.waiting > 0 && <span>{t('integrations.waiting', { count: endpoint.waiting })}</span>}
          {endpoint.failed > 0 && <span>{t('integrations.failed', { count: endpoint.failed })}</span>}
          <span>
            {endpoint.lastDeliveredAt
              ? t('integrations.last', { at: format.dateTime(endpoint.lastDeliveredAt) })
              : t('integrations.never')}
          </span>
        </small>
      </button>
      {open && (
        <div className="endpoint-inside">
          <Particulars endpoint={endpoint} list={list} />
          <EndpointActions endpoint={endpoint} onChange={onChange} onSecret={onSecret} />
          <Deliveries endpoint={endpoint} />
        </div>
      )}
    </li>
  );
}

function Particulars({ endpoint, list }: { endpoint: WebhookEndpoint; list: WebhookList }) {
  const { t } = useTranslation();
  const format = useFormat();
  const eventName = useEventName();
  const team = list.teams.find(({ id }) => id === endpoint.teamId);
  const client = list.clients.find(({ id }) => id === endpoint.clientId);
  return (
    <dl className="endpoint-particulars grid gap-4">
      <dt>{t('integrations.address')}</dt>
      <dd className="mono">{endpoint.url}</dd>
      <dt>{t('integrations.events')}</dt>
      <dd className="ruled">
        {endpoint.events.map((event) => (
          <span key={event}>{eventName(event)}</span>
        ))}
      </dd>
      <dt>{t('integrations.narrowedTo')}</dt>
      <dd>
        {team && t('integrations.onlyTeam', { name: format.text(team.name) })}
        {client && t('integrations.onlyClient', { name: format.text(client.name) })}
        {!team && !client && t('integrations.everything')}
      </dd>
      {endpoint.oldSecretUntil && new Date(endpoint.oldSecretUntil).getTime() > Date.now() && (
        <>
          <dt>{t('integrations.secret.title')}</dt>
          <dd>{t('integrations.oldSecret', { at: format.dateTime(endpoint.oldSecretUntil) })}</dd>
        </>
      )}
    </dl>
  );
}

const STATES = ['waiting', 'delivered', 'failed'] as const;

/** What was sent to an endpoint or waits, the latest first, a page at a time. */
function Deliveries({ endpoint }: { endpoint: WebhookEndpoint }) {
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
        <p className="soft padded-row" role="status">
          {t('integrations.deliveriesReading')}
        </p>
      )}
      {query.data && rows.length === 0 && (
        <p className="soft padded-row">
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
