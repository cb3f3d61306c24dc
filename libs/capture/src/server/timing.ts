/** Milliseconds, as RFC 3261 17 names them. */
export const T1 = 500;
export const T2 = 4000;
/** How long an answer is kept for a request that comes again, and how long one of ours is repeated. */
export const TRANSACTION_MS = 64 * T1;
/** An INVITE whose ports are not bound by then is refused, so that its client goes elsewhere. */
export const ANSWER_WITHIN_MS = 2000;
/** A client over UDP that has acknowledged nothing is asked, so that one whose ACK is lost can show that it is there. */
export const PROOF_ASKED_AFTER_MS = 10_000;
/** A session of which nothing was heard for so long is asked whether it is still there. */
export const PROBE_AFTER_MS = 60_000;
/** Without any sign for so long it has ended. */
export const LOST_AFTER_MS = 15 * 60_000;
/** Beyond a session timer's own length, before an end. */
export const TIMER_GRACE_MS = 32_000;
/** Seconds until a client may ask again. */
export const RETRY_AFTER = { full: 10, starting: 10, stopping: 30 };
