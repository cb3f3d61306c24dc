import {
  webhookDeliveriesRoutes,
  webhooksRoutes,
  type WebhookDeliveryList,
  type WebhookDeliveryState,
  type WebhookEndpointInput,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from './api.js';

const WEBHOOKS = ['webhooks'] as const;
/** Deliveries also happen while no one is at this screen. */
const READ_AGAIN_MS = 10_000;
/** A person who has just sent a test waits for its result. */
const SOON_MS = 1_500;

export function useWebhooks(enabled: boolean) {
  return useQuery({
    queryKey: [...WEBHOOKS, 'endpoints'],
    enabled,
    refetchInterval: READ_AGAIN_MS,
    queryFn: ({ signal }) => send(webhooksRoutes.list, { signal }),
  });
}

export function useDeliveries(endpointId: string, state: WebhookDeliveryState | undefined) {
  return useInfiniteQuery({
    queryKey: [...WEBHOOKS, 'deliveries', endpointId, state],
    initialPageParam: null as string | null,
    refetchInterval: soonWhenDue,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(state && { state }), ...(pageParam && { cursor: pageParam }) };
      return send(webhookDeliveriesRoutes.list, { endpointId, query, signal });
    },
    getNextPageParam: (page) => page.nextCursor,
  });
}

function soonWhenDue({ state: { data } }: { state: { data: unknown } }): number {
  const { pages = [] } = (data ?? {}) as { pages?: WebhookDeliveryList[] };
  const due = pages
    .flatMap(({ items }) => items)
    .some(({ nextTryAt }) => nextTryAt !== null && new Date(nextTryAt).getTime() <= Date.now());
  return due ? SOON_MS : READ_AGAIN_MS;
}

/** Registers an endpoint, or changes the one that is named. @returns the secret of a new one, to be shown once */
export function useSaveEndpoint(endpointId: string | null) {
  return useChange(async (body: WebhookEndpointInput) => {
    if (endpointId === null) return (await send(webhooksRoutes.create, { body })).secret;
    await send(webhooksRoutes.change, { endpointId, body });
    return null;
  });
}

export function useRotateSecret(endpointId: string) {
  return useChange(() => send(webhooksRoutes.rotateSecret, { endpointId }));
}

export type EndpointStep = 'pause' | 'resume' | 'ping' | 'remove';

export function useEndpointStep(endpointId: string) {
  return useChange(async (step: EndpointStep) => {
    if (step === 'pause') await send(webhooksRoutes.pause, { endpointId });
    if (step === 'resume') await send(webhooksRoutes.resume, { endpointId });
    if (step === 'ping') await send(webhookDeliveriesRoutes.ping, { endpointId });
    if (step === 'remove') await send(webhooksRoutes.remove, { endpointId });
  });
}

export function useReplayOne(endpointId: string) {
  return useChange((deliveryId: string) => send(webhookDeliveriesRoutes.replayOne, { endpointId, deliveryId }));
}

/** @returns how many are sent again, and whether there were more */
export function useReplaySince(endpointId: string) {
  return useChange((since: string) => send(webhookDeliveriesRoutes.replaySince, { endpointId, body: { since } }));
}

function useChange<A, R>(change: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: WEBHOOKS }) });
}
