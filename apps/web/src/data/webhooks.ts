import {
  webhookDeliveryListSchema,
  webhookListSchema,
  webhookQueuedSchema,
  webhookSecretSchema,
  type WebhookDeliveryList,
  type WebhookDeliveryState,
  type WebhookEndpointInput,
} from '#contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read } from './api.js';

const WEBHOOKS = ['webhooks'] as const;
/** Deliveries happen without anybody at this screen. */
const READ_AGAIN_MS = 10_000;
/** Somebody who has just sent a test waits for what comes of it. */
const SOON_MS = 1_500;

export function useWebhooks(enabled: boolean) {
  return useQuery({
    queryKey: [...WEBHOOKS, 'endpoints'],
    enabled,
    refetchInterval: READ_AGAIN_MS,
    queryFn: ({ signal }) => read(webhookListSchema, api.GET('/api/v1/webhooks', { signal })),
  });
}

export function useDeliveries(endpointId: string, state: WebhookDeliveryState | undefined) {
  return useInfiniteQuery({
    queryKey: [...WEBHOOKS, 'deliveries', endpointId, state],
    initialPageParam: null as string | null,
    refetchInterval: soonWhenDue,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(state && { state }), ...(pageParam && { cursor: pageParam }) };
      const params = { path: { endpointId }, query };
      return read(webhookDeliveryListSchema, api.GET('/api/v1/webhooks/{endpointId}/deliveries', { params, signal }));
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
    if (endpointId === null) return (await read(webhookSecretSchema, api.POST('/api/v1/webhooks', { body }))).secret;
    await api.PUT('/api/v1/webhooks/{endpointId}', { params: { path: { endpointId } }, body });
    return null;
  });
}

export function useRotateSecret(endpointId: string) {
  const params = { path: { endpointId } };
  return useChange(() => read(webhookSecretSchema, api.POST('/api/v1/webhooks/{endpointId}/secret', { params })));
}

export type EndpointStep = 'pause' | 'resume' | 'ping' | 'remove';

export function useEndpointStep(endpointId: string) {
  const params = { path: { endpointId } };
  return useChange(async (step: EndpointStep) => {
    if (step === 'pause') await api.POST('/api/v1/webhooks/{endpointId}/pause', { params });
    if (step === 'resume') await api.POST('/api/v1/webhooks/{endpointId}/resume', { params });
    if (step === 'ping') await api.POST('/api/v1/webhooks/{endpointId}/ping', { params });
    if (step === 'remove') await api.DELETE('/api/v1/webhooks/{endpointId}', { params });
  });
}

export function useReplayOne(endpointId: string) {
  return useChange((deliveryId: string) =>
    api.POST('/api/v1/webhooks/{endpointId}/deliveries/{deliveryId}/replay', {
      params: { path: { endpointId, deliveryId } },
    }),
  );
}

/** @returns how many are sent again, and whether there were more */
export function useReplaySince(endpointId: string) {
  const params = { path: { endpointId } };
  return useChange((since: string) =>
    read(webhookQueuedSchema, api.POST('/api/v1/webhooks/{endpointId}/replay', { params, body: { since } })),
  );
}

function useChange<A, R>(change: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: WEBHOOKS }) });
}
