import {
  webhookDeliveriesRoutes,
  webhooksRoutes,
  type WebhookDeliveryList,
  type WebhookDeliveryState,
  type WebhookEndpointInput,
} from '#contracts';
import { send } from './api.js';
import { useChange, usePages, useRead } from './queries.js';

const WEBHOOKS = ['webhooks'] as const;
/** Deliveries also happen while no one is at this screen. */
const READ_AGAIN_MS = 10_000;
/** A person who has just sent a test waits for its result. */
const SOON_MS = 1_500;

export const useWebhooks = (enabled: boolean) =>
  useRead([...WEBHOOKS, 'endpoints'], webhooksRoutes.list, {}, { enabled, refetchInterval: READ_AGAIN_MS });

export const useDeliveries = (endpointId: string, state: WebhookDeliveryState | undefined) =>
  usePages(
    [...WEBHOOKS, 'deliveries', endpointId, state],
    webhookDeliveriesRoutes.list,
    { endpointId, query: { state } },
    { refetchInterval: soonWhenDue },
  );

function soonWhenDue({ state: { data } }: { state: { data: unknown } }): number {
  const { pages = [] } = (data ?? {}) as { pages?: WebhookDeliveryList[] };
  const due = pages
    .flatMap(({ items }) => items)
    .some(({ nextTryAt }) => nextTryAt !== null && new Date(nextTryAt).getTime() <= Date.now());
  return due ? SOON_MS : READ_AGAIN_MS;
}

/** Registers an endpoint, or changes the one that is named. @returns the secret of a new one, to be shown once */
export const useSaveEndpoint = (endpointId: string | null) =>
  useChange(async (body: WebhookEndpointInput) => {
    if (endpointId === null) return (await send(webhooksRoutes.create, { body })).secret;
    await send(webhooksRoutes.change, { endpointId, body });
    return null;
  }, WEBHOOKS);

/** @param onSecret is given the new one, to be shown once */
export const useRotateSecret = (endpointId: string, onSecret: (secret: string) => void) =>
  useChange(async () => onSecret((await send(webhooksRoutes.rotateSecret, { endpointId })).secret), WEBHOOKS);

export type EndpointStep = 'pause' | 'resume' | 'ping' | 'remove';

export const useEndpointStep = (endpointId: string) =>
  useChange(async (step: EndpointStep) => {
    if (step === 'pause') await send(webhooksRoutes.pause, { endpointId });
    if (step === 'resume') await send(webhooksRoutes.resume, { endpointId });
    if (step === 'ping') await send(webhookDeliveriesRoutes.ping, { endpointId });
    if (step === 'remove') await send(webhooksRoutes.remove, { endpointId });
  }, WEBHOOKS);

export const useReplayOne = (endpointId: string) =>
  useChange((deliveryId: string) => send(webhookDeliveriesRoutes.replayOne, { endpointId, deliveryId }), WEBHOOKS);

/** @returns how many are sent again, and whether there were more */
export const useReplaySince = (endpointId: string) =>
  useChange((since: string) => send(webhookDeliveriesRoutes.replaySince, { endpointId, body: { since } }), WEBHOOKS);
