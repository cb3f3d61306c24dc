import { CheckOutlined, ClockCircleOutlined, CloseOutlined } from '@ant-design/icons';
import {
  EVENTS,
  WEBHOOK_PING,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookEndpoint,
  webhookEventSchema,
} from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { useMay } from '../../data/session.js';
import { useReplayOne } from '../../data/webhooks.js';
import { useFormat } from '../../format/use-format.js';

const ICONS = { waiting: ClockCircleOutlined, delivered: CheckOutlined, failed: CloseOutlined };

interface Props {
  endpoint: WebhookEndpoint;
  delivery: WebhookDelivery;
}

/** One delivery with every try; the tries of what went well at once stay folded. */
export function DeliveryRow({ endpoint, delivery }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const eventName = useEventName();
  const mayRead = useMay('calls.read');
  const again = useReplayOne(endpoint.endpointId);
  const { state, callId, attempts } = delivery;
  const Icon = ICONS[state];
  const title = t('integrations.triesOf', { event: eventName(delivery.type), at: format.dateTime(delivery.at) });
  return (
    <li className={`delivery ruled-above padded-row delivery-${state}`}>
      <div className="delivery-line row">
        <span className="delivery-state inline soft">
          <Icon aria-hidden />
          {t(`integrations.deliveryState.${state}`)}
        </span>
        <span>{eventName(delivery.type)}</span>
        <span className="soft">{format.dateTime(delivery.at)}</span>
        <small className="ruled">
          {attempts.length > 0 && <span>{t('integrations.tries', { count: attempts.length })}</span>}
          <Outlook endpoint={endpoint} delivery={delivery} />
        </small>
        <span className="spring" />
        {mayRead && callId && <Link to={`/calls/${callId}`}>{t('integrations.openCall')}</Link>}
        {endpoint.state === 'active' && state !== 'waiting' && (
          <Button size="small" loading={again.isPending} onClick={() => again.mutate(delivery.deliveryId)}>
            {t('integrations.again')}
          </Button>
        )}
      </div>
      <Failed of={again} />
      {attempts.some(({ outcome }) => outcome !== 'accepted') && (
        <ol className="attempts label soft" aria-label={title}>
          {attempts.map((attempt) => (
            <Attempt key={attempt.at} attempt={attempt} />
          ))}
        </ol>
      )}
    </li>
  );
}

/** What comes next. */
function Outlook({ endpoint, delivery: { state, nextTryAt, attempts } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state === 'failed') return <span>{t('integrations.noMoreTries')}</span>;
  if (state === 'delivered' || nextTryAt === null) return null;
  if (endpoint.state === 'paused') return <span>{t('integrations.held')}</span>;
  return attempts.length > 0 ? <span>{t('integrations.nextTry', { at: format.dateTime(nextTryAt) })}</span> : null;
}

function Attempt({ attempt }: { attempt: WebhookAttempt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, outcome, status, durationMs, answerBytes } = attempt;
  return (
    <li className="ruled">
      <span>{format.dateTime(at)}</span>
      <b>{t(`integrations.outcome.${outcome}`)}</b>
      {status !== null && <span>{t('integrations.status', { status })}</span>}
      {durationMs >= 100 && <span>{t('integrations.took', { time: format.measured(durationMs / 1000) })}</span>}
      {answerBytes !== null && answerBytes > 0 && (
        <span>{t('integrations.answer', { count: answerBytes, bytes: format.number(answerBytes) })}</span>
      )}
    </li>
  );
}

/** What an event is called on the screen; one that this page does not know yet keeps its own name. */
export function useEventName(): (event: string) => string {
  const { t } = useTranslation();
  const { text } = useFormat();
  return (event) => {
    if (event === WEBHOOK_PING) return t('integrations.pingName');
    const known = webhookEventSchema.safeParse(event);
    return known.success ? text(EVENTS[known.data].webhook.name) : event;
  };
}
