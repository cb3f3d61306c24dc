/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { fold } from './fold/fold.rules.js';
export * from './fold/model.js';
export { printed } from './fold/printed.rules.js';
export { areTwoCustomers, lineOf, type CallOfNumber } from './numbers/one-customer.rules.js';
export { readNumber, type HomeCountry, type TelephoneNumber } from './numbers/telephone-number.rules.js';
export { type ReadRecords, type TelephonyRecord, type UnreadLine } from './records/record.rules.js';
export { isZone } from './records/times.rules.js';
export { endpointOf, isOwn } from './sources/asterisk/channels.rules.js';
export { monitorFiles, sidesOf, type MonitorFiles, type MonitorPair } from './sources/asterisk/mixmonitor.rules.js';
export { mergeHouses, type HouseKnowledge } from './sources/knowledge.rules.js';
export { type ReadOptions, type RecordFile, type TelephonySource } from './sources/source.js';
export { readRecordingName, type NamedRecording } from './sources/vicidial/recording-name.rules.js';
export { columnsOf, SOURCES } from './sources/sources.rules.js';
export {
  arrivals,
  fileKey,
  isRecords,
  isSound,
  type Arrival,
  type FolderSettings,
  type QuarantineReason,
  type SeenFile,
} from './folder/arrivals.rules.js';
export { readSidecar, type Sidecar, type SidecarOptions } from './folder/sidecar.rules.js';
export {
  REMEMBERED,
  takeLines,
  toRead,
  type TailedLines,
  type TailFile,
  type TailRead,
  type TailState,
} from './folder/tail.rules.js';
export { grouped } from './records/grouped.rules.js';
