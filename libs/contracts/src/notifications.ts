import { z } from 'zod';
import { NOTIFICATION_KINDS, type NotificationKind } from './events.js';

/**
 * What a notification says, as the rows of `events/` name it. `team_opened`: recordings of a team that they lead were opened in an emergency; they
 * see the call, not the request. `opened`: what was opened waits for a review. `alarm_…`: the installation itself; it is about no request.
 * `grant_…`: a standing grant that others work by, or may renew. `rights_…` and `way_in_reset`: rights that wait for a second person, one's own
 * or a colleague's.
 */
export const notificationKindSchema = z.enum(NOTIFICATION_KINDS);

/** Kinds that are about a person, and not about a request or an alarm. */
export const RIGHTS_KINDS = ['rights_suspended', 'rights_wait', 'rights_confirmed', 'way_in_reset'] as const;
export type RightsKind = (typeof RIGHTS_KINDS)[number];
export const isRightsKind = (kind: NotificationKind): kind is RightsKind =>
  (RIGHTS_KINDS as readonly string[]).includes(kind);
