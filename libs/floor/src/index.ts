export * from './rules.js';
export { FloorAcknowledgementRow } from './floor-acknowledgement.entity.js';
export { LiveCallInstructionRow, LiveCallRow } from './live-calls/live-call.entity.js';
export { LiveCallDesk, type AskedOfLiveCall } from './live-calls/live-call-desk.service.js';
export {
  LIVE_CALL_CHANNEL,
  LiveCallLedger,
  tellLiveCall,
  type HearableCall,
  type LiveCallFacts,
  type LiveInstruction,
} from './live-calls/live-call-ledger.service.js';
export { FloorDesk } from './floor-desk.service.js';
export { WallLinkRow } from './walls/wall-link.entity.js';
export { WallLinks } from './walls/wall-links.service.js';
export { FloorModule } from './floor.module.js';
