import { WEBHOOK_PING, webhookEventSchema, type WebhookEventName } from '#contracts';
import { useTranslation } from 'react-i18next';

type Underscored<S extends string> = S extends `${infer A}.${infer B}` ? `${A}_${B}` : S;
type Named = WebhookEventName | typeof WEBHOOK_PING;

const isNamed = (event: string): event is Named =>
  event === WEBHOOK_PING || webhookEventSchema.safeParse(event).success;

/** What an event is called on the screen; one that this page does not know yet keeps its own name. */
export function useEventName(): (event: string) => string {
  const { t } = useTranslation();
  return (event) => {
    if (!isNamed(event)) return event;
    return t(`integrations.event.${event.replace('.', '_') as Underscored<Named>}`);
  };
}
