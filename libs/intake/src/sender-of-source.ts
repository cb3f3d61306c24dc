import { type TelephonySourceRow } from '#telephony';
import { type Sender } from './sender.js';

/**
 * The source, for its teams alone; it may bring calls in, and correct none. Requests that consent taken back opens are of a person: of the one
 * who set it up.
 */
export const senderOf = ({ id, teamIds, createdByPersonId: personId }: TelephonySourceRow): Sender => ({
  ...{ personId, tokenId: id, steppedUpAt: null, secondFactor: false, proofs: [] },
  held: (teamIds ?? [null]).map((teamId) => ({ role: 'administrator', teamId, only: ['calls.ingest'] })),
});
