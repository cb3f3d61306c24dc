import { type Layout } from '../../records/layout.rules.js';

const list = (names: string): string[] => names.split(' ');
const isUniqueid = (text: string | undefined): boolean => /(^|-)\d{9,10}\.\d+$/.test(text ?? '');

/** `cel_custom.conf.sample`, and the same without the columns that many leave out. */
export const CEL_LAYOUTS: readonly Layout[] = [
  'eventtype eventtime cid_name cid_num cid_ani cid_rdnis cid_dnid exten context channame appname appdata amaflags accountcode uniqueid linkedid peer userfield userdeftype eventextra',
  'eventtype eventtime cid_name cid_num cid_ani cid_rdnis cid_dnid exten context channame appname appdata amaflags accountcode uniqueid linkedid peer userfield userdeftype',
  'eventtype eventtime cid_name cid_num cid_ani cid_dnid exten context channame appname appdata uniqueid linkedid peer userfield userdeftype eventextra',
].map((names) => ({
  columns: list(names),
  fits: ({ eventtype = '', uniqueid, linkedid }) =>
    /^[A-Z_]+$/.test(eventtype) && isUniqueid(uniqueid) && isUniqueid(linkedid),
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

/** FreePBX keeps both in tables; its exports name these columns otherwise. */
export const FREEPBX_NAMES: Readonly<Record<string, string>> = {
  ...{ calldate: 'start', cid_dnid: 'cid_dnid', cid_dnis: 'cid_dnid', extra: 'eventextra', time: 'time' },
  ...{ queuename: 'queue', callid: 'callid', eventtype: 'eventtype' },
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
