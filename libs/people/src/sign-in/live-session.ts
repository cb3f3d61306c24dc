import { prepared } from '#platform';
import { ACTING_COLUMN, actingOf, type ActingRow } from '../acting/acting.js';
import { accountOf, ASKER_COLUMNS, type AskerRow } from './asker-row.js';
import { type Asker } from './asker.js';
import { SECOND_FACTOR_DUE } from './policy/second-factor-due.js';
import { secondFactorStanding } from './policy/second-factor-standing.rules.js';
import { newestProof } from './proofs.rules.js';

/** A password that ran out is changed by who signed in with it. */
const PASSWORD_OLD = `account.password_hash is not null and session.identity_link_id is null and session.passkey_at is null
  and password_set_at < session.created_at - make_interval(days => rules.password_days)`;

/** Without use for so long, a session is idle. */
const IDLE = `session.last_seen_at <= $2::timestamptz - make_interval(mins => rules.idle_minutes)`;

/** Longer than a server takes to start again: a page that looks on is back by then. */
export const WATCHED_WITHIN_MINUTES = 5;

/**
 * A page with a live socket looks on. Where the company follows MLPS level 3, the idle time ends the session all the same: the standard asks
 * for an end (GB/T 22239-2019, 8.1.4.1 b).
 */
const LOOKS_ON = `session.watched_at > $2::timestamptz - make_interval(mins => ${WATCHED_WITHIN_MINUTES}) and rules.policy ->> 'preset' <> 'cn-mlps3'`;

/** Sessions that live at $2, with what they owe; which of them, a condition on $1 says. */
const LIVE = `
  select session.id, session.last_seen_at, session.expires_at, second_factor_pending, second_factor_at, password_at, provider_at, passkey_at,
         session.created_at, provider_second_factor, ${IDLE} as idle, ${SECOND_FACTOR_DUE} as second_factor_due, coalesce(${PASSWORD_OLD}, false) as password_old,
         ${ASKER_COLUMNS}, ${ACTING_COLUMN},
         not exists (select 1 from notice_acknowledgement where person_id = person.id
                     and notice_version = (select max(version) from recording_notice)) as owes_notice
  from session join account on account.id = session.account_id join person on person.id = account.person_id
  cross join sign_in_policy_in_force rules
  where ended_at is null and disabled_at is null and expires_at > $2
    and (not (${IDLE}) or ${LOOKS_ON})`;

/** Each request asks it. */
export const SESSION_BY_TOKEN = prepared('live_session', `${LIVE} and token_hash = $1`);
export const SESSIONS_BY_ID = `${LIVE} and session.id = any($1)`;

export interface LiveRow extends AskerRow, ActingRow {
  id: string;
  last_seen_at: Date;
  expires_at: Date;
  idle: boolean;
  second_factor_pending: boolean;
  second_factor_at: Date | null;
  password_at: Date | null;
  provider_at: Date | null;
  passkey_at: Date | null;
  owes_notice: boolean;
  created_at: Date;
  provider_second_factor: boolean;
  second_factor_due: Date | null;
  password_old: boolean;
}

export function askerOf(row: LiveRow): Asker {
  const account = accountOf(row);
  const { second_factor_at: code, password_at: password, provider_at: provider, passkey_at: passkey } = row;
  const { due, setUpFirst } = secondFactorStanding({
    ...{ due: row.second_factor_due, startedAt: row.created_at },
    has: account.secondFactor || row.has_passkey || row.provider_second_factor,
  });
  const steps = [
    row.second_factor_pending && 'second_factor',
    setUpFirst && 'second_factor_setup',
    row.password_old && 'password_change',
    row.owes_notice && 'recording_notice',
  ] as const;
  return {
    ...account,
    ...actingOf(row, account),
    sessionId: row.id,
    idle: row.idle,
    tokenId: null,
    pending: steps.find((step) => step !== false) ?? null,
    secondFactorDue: due,
    pendingUntil: row.second_factor_pending ? row.expires_at : null,
    steppedUpAt: newestProof(account.proofs, { code, password, provider, passkey }),
  };
}
