import { type EntityManager } from 'typeorm';
import { type LegalAction } from '#contracts';
import { newId } from '#platform';
import { RequestGrant, type LegalRequest } from './legal-request.entity.js';

/** Gives the requester one use of what was approved. The database counts the approvals again. */
export async function newRequestGrant(
  tx: EntityManager,
  request: LegalRequest,
  action: LegalAction,
  now: Date,
): Promise<RequestGrant> {
  const [{ number }] = (await tx.query(`select nextval('request_grant_number') as number`)) as [{ number: string }];
  const { rendition, expiresAt, playsAllowed, downloadsAllowed } = request;
  const grant: RequestGrant = {
    id: newId(),
    code: `RG-${number.padStart(4, '0')}`,
    requestId: request.id,
    personId: request.requestedByPersonId,
    ...{ action, rendition, expiresAt },
    playsAllowed: action === 'evidence_export' ? (downloadsAllowed ?? playsAllowed) : playsAllowed,
    playsUsed: 0,
    validFrom: now,
    revokedAt: null,
    revokedByPersonId: null,
  };
  await tx.insert(RequestGrant, grant);
  return grant;
}
