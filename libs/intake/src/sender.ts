import { type Asker } from '#people';

/**
 * Who brings a call, or says that what is known of it is wrong: a session, a token, or a programme of the product itself, which reaches what its
 * roles reach and has no proof of who it is.
 */
export type Sender = Pick<
  Asker,
  'personId' | 'tokenId' | 'sendsFor' | 'held' | 'steppedUpAt' | 'secondFactor' | 'proofs'
>;
