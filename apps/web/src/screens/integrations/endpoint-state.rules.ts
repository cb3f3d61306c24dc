import type { WebhookEndpoint } from '#contracts';

/** How an endpoint is, in one word that has a sentence on the screen. */
export type EndpointState = 'well' | 'new' | 'failing' | 'paused_by_person' | 'paused_gone' | 'paused_failing';

export function stateOf({
  state,
  pauseReason,
  failingSince,
  lastDeliveredAt,
}: Pick<WebhookEndpoint, 'state' | 'pauseReason' | 'failingSince' | 'lastDeliveredAt'>): EndpointState {
  if (state === 'paused') return `paused_${pauseReason ?? 'by_person'}`;
  if (failingSince !== null) return 'failing';
  return lastDeliveredAt === null ? 'new' : 'well';
}

/** A person should look: nothing arrives there, and no one decided that. */
export const needsPerson = (state: EndpointState): boolean =>
  state === 'failing' || state === 'paused_gone' || state === 'paused_failing';

/** The host of an address, for a row; the whole where it cannot be read. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
