import { type Asker } from '#people';
import { type TelephonySourceRow } from '#telephony';

/**
 * The source, for its teams alone; it may bring calls in, and correct none. Requests that consent taken back opens are of a person: of the one
 * who set it up.
 */
export const senderOf = ({ id, teamIds, createdByPersonId: personId }: TelephonySourceRow): Sender => ({
  ...{ personId, tokenId: id, steppedUpAt: null, secondFactor: false, proofs: [] },
  held: (teamIds ?? [null]).map((teamId) => ({ role: 'administrator', teamId, only: ['calls.ingest'] })),
});

/**
 * Who brings a call, or says that what is known of it is wrong: a session, a token, or a programme of the product itself, which reaches what its
 * roles reach and has no proof of who it is.
 */
export type Sender = Pick<
  Asker,
  'personId' | 'tokenId' | 'sendsFor' | 'held' | 'steppedUpAt' | 'secondFactor' | 'proofs'
>;
