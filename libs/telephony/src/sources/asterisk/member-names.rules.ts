import { grouped } from '../../records/grouped.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';
import { endpointOf, type Channel } from './channels.rules.js';

/**
 * By which endpoints members answered whom their queues call by a name, as `endpoint name`: told by the channel that a member answered by, or
 * by the one row of a call that was answered once.
 */
export function memberNames(records: readonly TelephonyRecord[], channels: readonly Channel[]): string[] {
  const endpoints = new Map(channels.map(({ uniqueid, endpoint }) => [uniqueid, endpoint]));
  const named = records.filter(
    ({ kind, body }) => kind === 'queue_log' && body['event'] === 'CONNECT' && !body['agent']?.includes('/'),
  );
  const connected = grouped(
    records.filter(({ kind, body }) => kind === 'queue_log' && body['event'] === 'CONNECT'),
    ({ body }) => body['callid'] ?? '',
  );
  const rows = grouped(
    records.filter(
      ({ kind, body }) => kind === 'cdr' && body['lastapp'] === 'Queue' && body['disposition'] === 'ANSWERED',
    ),
    ({ body }) => body['uniqueid'] ?? '',
  );
  return named.flatMap((connect) => {
    const { callid = '', agent = '', data2 = '' } = connect.body;
    const [row, more] = rows.get(callid) ?? [];
    const alone = connected.get(callid)?.length === 1 && row && !more && within(connect, row) ? row : undefined;
    const endpoint = endpoints.get(data2) ?? (alone && endpointOf(alone.body['dstchannel'] ?? ''));
    return endpoint && agent ? [`${endpoint} ${agent}`] : [];
  });
}

/** The row of the talk that the line begins: of another one, which alone was read yet, it would tell a wrong name. */
function within({ at }: TelephonyRecord, { body }: TelephonyRecord): boolean {
  const [start, end] = [Number(body['start']), Number(body['end'])];
  return at !== null && start <= at + 1000 && at + 1000 <= end;
}
