import { grouped } from '../../records/grouped.rules.js';
import { type TelephonyRecord } from '../../records/record.rules.js';

/**
 * What queues call their members, where they bear names: told by the channel that a member answered by, or by the one row of a call that was
 * answered once. A name that two telephones bore, as at a hot desk, is none of either.
 */
export function memberNames(
  records: readonly TelephonyRecord[],
  extensionOfChannel: (uniqueid: string) => string | undefined,
  extensionOfName: (channel: string) => string | undefined,
): Map<string, string> {
  const named = records.filter(({ kind, body }) => kind === 'queue_log' && body['event'] === 'CONNECT');
  const rows = grouped(
    records.filter(
      ({ kind, body }) => kind === 'cdr' && body['lastapp'] === 'Queue' && body['disposition'] === 'ANSWERED',
    ),
    ({ body }) => body['uniqueid'] ?? '',
  );
  const found = new Map<string, Set<string>>();
  for (const own of grouped(named, ({ body }) => body['callid'] ?? '').values())
    for (const { body } of own) {
      const [row, more] = rows.get(body['callid'] ?? '') ?? [];
      const alone = own.length === 1 && row && !more ? extensionOfName(row.body['dstchannel'] ?? '') : undefined;
      const extension = extensionOfChannel(body['data2'] ?? '') ?? alone;
      const name = body['agent'] ?? '';
      if (extension !== undefined && !name.includes('/'))
        found.set(name, (found.get(name) ?? new Set()).add(extension));
    }
  return new Map([...found].flatMap(([name, all]) => (all.size === 1 ? [[name, [...all][0] as string] as const] : [])));
}
