import { type Layout } from '../../records/layout.rules.js';

const list = (names: string): string[] => names.split(' ');
const isUniqueid = (text: string | undefined): boolean => /(^|-)\d{9,10}\.\d+$/.test(text ?? '');

/** What `cel_odbc` and `cel_pgsql` write into a column of numbers, in the order of `cel.h`. */
const EVENTS = list(
  'ALL CHAN_START CHAN_END HANGUP ANSWER APP_START APP_END BRIDGE_ENTER BRIDGE_EXIT PARK_START PARK_END BLINDTRANSFER ATTENDEDTRANSFER USER_DEFINED LINKEDID_END PICKUP FORWARD LOCAL_OPTIMIZE LOCAL_OPTIMIZE_BEGIN STREAM_BEGIN STREAM_END DTMF',
);
export const eventName = (written: string): string => EVENTS[/^\d+$/.test(written) ? Number(written) : -1] ?? written;

/** `cel_custom.conf.sample`, the same without the columns that many leave out, its newer kind, and `cel_sqlite3`. */
export const CEL_LAYOUTS: readonly Layout[] = [
  'eventtype eventtime cid_name cid_num cid_ani cid_rdnis cid_dnid exten context channame appname appdata amaflags accountcode uniqueid linkedid peer userfield userdeftype eventextra',
  'eventtype eventtime cid_name cid_num cid_ani cid_rdnis cid_dnid exten context channame appname appdata amaflags accountcode uniqueid linkedid peer userfield userdeftype',
  'eventtype eventtime cid_name cid_num cid_ani cid_dnid exten context channame appname appdata uniqueid linkedid peer userfield userdeftype eventextra',
  'eventtype eventenum literal eventtime userdeftype cid_name cid_num exten context channame appname appdata amaflags accountcode uniqueid userfield cid_ani cid_rdnis cid_dnid peer linkedid peeraccount eventextra tenantid',
  'eventtype eventtime cid_name cid_num cid_ani cid_rdnis cid_dnid context exten channame appname appdata amaflags accountcode uniqueid userfield peer userdeftype eventextra linkedid',
].map((names) => ({
  columns: list(names),
  fits: ({ eventtype = '', uniqueid, linkedid }) =>
    /^[A-Z_]+$/.test(eventName(eventtype)) && isUniqueid(uniqueid) && isUniqueid(linkedid),
}));

/** `cdr_csv` as built in, with and without what its options add; `cdr_custom.conf.sample`; and that with the id that joins a call. */
export const CDR_LAYOUTS: readonly Layout[] = [
  'accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags uniqueid userfield peeraccount linkedid sequence',
  'accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags uniqueid userfield',
  'accountcode src dst dcontext clid channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags uniqueid',
  'clid src dst dcontext channel dstchannel lastapp lastdata start answer end duration billsec disposition uniqueid linkedid sequence userfield',
  'clid src dst dcontext channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags accountcode uniqueid userfield sequence',
  'clid src dst dcontext channel dstchannel lastapp lastdata start answer end duration billsec disposition amaflags accountcode uniqueid userfield',
].map((names) => ({
  columns: list(names),
  fits: ({ channel = '', disposition = '', uniqueid }) =>
    /^(ANSWERED|NO ANSWER|BUSY|FAILED|CONGESTION)$/.test(disposition) && channel.includes('/') && isUniqueid(uniqueid),
}));

/** The table that `queue_log` is kept in by `extconfig.conf`, with its data in one column or in five. */
export const QUEUE_LAYOUTS: readonly Layout[] = [
  'id time callid queue agent event data1 data2 data3 data4 data5',
  'time callid queue agent event data1 data2 data3 data4 data5',
  'id time callid queue agent event data',
  'time callid queue agent event data',
].map((names) => ({
  columns: list(names),
  fits: ({ time = '', callid = '', agent = '', event = '' }) =>
    /\d/.test(time) && callid !== '' && agent !== '' && /^[A-Z]{4,20}$/.test(event),
}));

/** What tables and the newer `cel_custom` call these columns. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  ...{ calldate: 'start', cid_dnis: 'cid_dnid', extra: 'eventextra', queuename: 'queue', usereventname: 'userdeftype' },
  ...{ cidname: 'cid_name', cidnum: 'cid_num', cidani: 'cid_ani', cidrdnis: 'cid_rdnis', ciddnid: 'cid_dnid' },
  ...{ acctcode: 'accountcode', peeracct: 'peeraccount', user_defined_type: 'userdeftype' },
};

/** Asterisk names a channel's creation in its id: whole seconds since 1970 and a count. */
export const createdAt = (uniqueid: string): number | null => {
  const seconds = /(?:^|-)(\d{9,10})\.\d+$/.exec(uniqueid)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
};

/** The earliest first: by second, then by count, so that an id with a longer count does not come before. */
export const byCreation = (a: string, b: string): number =>
  (createdAt(a) ?? 0) - (createdAt(b) ?? 0) || counted(a) - counted(b) || (a < b ? -1 : a > b ? 1 : 0);

const counted = (uniqueid: string): number => Number(/\.(\d+)$/.exec(uniqueid)?.[1] ?? 0);
