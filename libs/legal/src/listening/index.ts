export { ListeningModule } from './listening.module.js';
export { LiveListeningRow } from './live-listening.entity.js';
export { LiveListenings, type SoundingListening } from './live-listenings.service.js';
export {
  LISTENING_SOUND_CHANNEL,
  listeningOf,
  openSound,
  openWords,
  sealSound,
  sealWords,
  type SoundPiece,
} from './sealed-sound.js';
