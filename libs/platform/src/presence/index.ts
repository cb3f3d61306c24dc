export {
  FORGOTTEN_AFTER_SECONDS,
  HEARTBEAT_EVERY_MS,
  PresenceService,
  SILENT_AFTER_SECONDS,
  type Beat,
} from './presence.service.js';
export { WorkerPresenceRow } from './worker-presence.entity.js';
