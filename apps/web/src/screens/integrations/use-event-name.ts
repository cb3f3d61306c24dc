import { EVENTS, WEBHOOK_PING, webhookEventSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

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
