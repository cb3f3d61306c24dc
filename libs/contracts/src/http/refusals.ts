import { type DeclaredRoute } from './route.js';

/** Codes that follow from a route's shape: no declaration names them. */
const USUAL = [
  {
    /** What the machine is short of, and what no part of a request is to blame for. */
    codes: [
      ...['internal_error', 'database_away', 'disk_full', 'key_service_refused', 'key_service_away'],
      ...['key_directory_unmarked', 'key_directory_same', 'key_directory_foreign', 'too_many_requests', 'bad_request'],
    ],
    of: () => true,
  },
  {
    codes: [
      'invalid_json',
      'empty_body',
      'wrong_length',
      'too_large',
      'unsupported_media',
      'request_timeout',
      'other_origin',
    ],
    of: ({ method }) => method !== 'GET',
  },
  { codes: ['bad_input'], of: ({ query, body, form }) => Boolean(query ?? body ?? form) },
  { codes: ['not_found'], of: ({ path }) => path.includes('{') },
  {
    codes: ['not_signed_in', 'other_account', 'token_unknown', 'session_needed'],
    of: ({ access }) => !('public' in access),
  },
  { codes: ['session_idle'], of: ({ access }) => !('public' in access) && !('whileIdle' in access) },
  {
    codes: [
      ...[
        'second_factor_pending',
        'second_factor_setup_pending',
        'password_change_pending',
        'recording_notice_pending',
      ],
    ],
    of: ({ access }) => !('public' in access) && !('whilePending' in access && access.whilePending === true),
  },
  {
    codes: ['forbidden', 'rights_suspended', 'token_from_elsewhere', 'acting_over', 'not_as_deputy'],
    of: ({ access }) => 'permission' in access,
  },
  { codes: ['deputy_for_both'], of: ({ access, method }) => 'permission' in access && method !== 'GET' },
  { codes: ['whole_company_needed'], of: ({ access }) => 'reach' in access },
  { codes: ['step_up_by_code', 'step_up_by_password', 'step_up_again'], of: ({ access }) => 'stepUp' in access },
] as const satisfies readonly { codes: readonly string[]; of: (route: DeclaredRoute) => boolean }[];

export type UsualRefusal = (typeof USUAL)[number]['codes'][number];

/** The codes with which a route may refuse because of its shape alone: who asks, how, and how the machine is. */
export const usualRefusals = (route: DeclaredRoute): readonly UsualRefusal[] =>
  USUAL.filter(({ of }) => of(route)).flatMap(({ codes }) => [...codes]);

/** A sealed object cannot be opened. */
export const UNREADABLE = ['object_damaged', 'key_destroyed', 'key_doubtful', 'key_missing'] as const;

/** Sound or words may not be opened, or cannot be. */
export const SHUT = [
  ...(['no_grant', 'no_recording', 'not_sealed', 'being_checked', 'unchecked', 'restricted'] as const),
  ...(['expired', 'damaged', ...UNREADABLE] as const),
] as const;

/** Where webhooks are to be sent cannot be used. */
export const BAD_WEBHOOK_ADDRESS = [
  ...(['webhook_not_an_address', 'webhook_not_https', 'webhook_has_credentials'] as const),
  ...(['webhook_port_refused', 'webhook_not_resolved', 'webhook_address_refused'] as const),
] as const;

/** A password or a code is asked for again, and is not right. */
export const NOT_PROVED = [
  'wrong_password',
  'wrong_code',
  'spent_code',
  'second_factor_off',
  'tries_delayed',
  'password_needed',
] as const;

/** A file of rows is sent, and cannot be taken in. */
export const BAD_TABLE = [
  ...(['not_multipart', 'part_missing', 'file_empty', 'file_too_large', 'file_not_text', 'columns_missing'] as const),
  ...(['too_many_rows', 'import_has_problems', 'changed_since_preview'] as const),
] as const;
