export { legFacts, type KnownLeg } from './leg-facts.rules.js';
export { CustomerSecret, TelephonyKey, TelephonyRecordRow } from './kept/telephony-record.entity.js';
export { TelephonySourceRow } from './kept/telephony-source.entity.js';
export { CustomerKeys } from './kept/customer-keys.service.js';
export { KeptRecords } from './kept/kept-records.service.js';
export { uuidOf } from './kept/sealed-record.js';
export { TelephonyKeys } from './kept/telephony-keys.service.js';
export { TelephonyModule } from './telephony.module.js';
export * from './rules.js';
