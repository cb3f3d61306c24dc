/** The status of every refusal that a table names by its code. A table that names another one fails until it is listed here. */
const CODES: Record<number, string[]> = {
  400: ['bad_input', 'calibration_reviewer_unfit', 'cannot_review', 'moment_not_of_agent'],
  401: ['not_signed_in', 'wrong_credentials'],
  403: [
    'forbidden',
    'whole_company_needed',
    'role_beyond_reach',
    'hold_beyond_reach',
    'grant_beyond_reach',
    'session_needed',
    'step_up_by_password',
    'no_grant',
    'listening_no_grant',
    'not_yours_to_withdraw',
  ],
  404: [
    'not_found',
    'checklist_not_found',
    'library_entry_not_found',
    'live_call_not_found',
    'recertification_not_found',
    'gap_not_found',
    'hold_covers_nothing',
    'no_draft',
    'no_such_case',
    'no_such_certificate',
    'no_such_data_request',
    'no_such_hold',
    'no_such_request',
    'plan_not_found',
    'report_subscription_not_found',
    'webhook_not_found',
  ],
  409: [
    'assignment_not_yours',
    'card_code_decided',
    'dispute_not_asleep',
    'dispute_overtaken',
    'floor_alarm_over',
    'listening_not_announced',
    'chat_address_not_set',
    'no_more_time',
    'no_passkey',
    'not_locked',
    'nothing_to_give_up',
    'no_words_corrected',
    'provider_not_linked',
    'provider_off',
    'nothing_to_retry',
    'report_recipient_unfit',
    'request_grant_over',
    'request_not_there',
    'retention_not_stopped',
    'review_overtaken',
    'second_factor_off',
    'small_house_not_waiting',
    'speakers_not_asked',
    'mail_is_off',
    'words_being_made',
  ],
  415: ['not_multipart'],
};
const STATUS = new Map(Object.entries(CODES).flatMap(([status, codes]) => codes.map((code) => [code, status])));

/** What the tables write in place of the answers that they give most often. */
const SHORT: Record<string, string> = { '-': 'forbidden', out: 'not_signed_in', wide: 'whole_company_needed' };

/** An answer as the tables write it: the status alone where it is a success, else status and the refusal's code. */
export const expectedOf = (cell: string): string => {
  if (/^\d+$/.test(cell)) return cell;
  const code = SHORT[cell] ?? cell;
  return `${STATUS.get(code) ?? '?'} ${code}`;
};

/** What a route answered, in the same words. */
export async function answered(response: Response): Promise<string> {
  const body = await response.text();
  if (response.status < 400) return String(response.status);
  const { code = 'no code' } = JSON.parse(body) as { code?: string };
  return `${response.status} ${code}`;
}

/** The rows of a table as they are written: its first column is the route. */
export function rowsOf(table: string): { route: string; cells: Record<string, string> }[] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.map(([name = '', ...cells]) => ({
    route: name.replace(/ +/, ' '),
    cells: Object.fromEntries(cells.map((cell, i) => [head[i + 1] ?? '', cell])),
  }));
}
