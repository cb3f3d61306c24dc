import { DownOutlined, RightOutlined } from '@ant-design/icons';
import type { WebhookEndpoint, WebhookList } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { Deliveries } from './deliveries.js';
import { EndpointActions } from './endpoint-actions.js';
import { hostOf, needsPerson, stateOf } from './endpoint-state.rules.js';
import { useEventName } from './use-event-name.js';

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
      <button type="button" className="plain endpoint-line" aria-expanded={open} onClick={onToggle}>
        {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        <b>{endpoint.name}</b>
        <span className="endpoint-host">{hostOf(endpoint.url)}</span>
        <span className={`endpoint-state ${needsPerson(state) ? 'grave' : ''}`}>
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
    <dl className="endpoint-particulars">
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
