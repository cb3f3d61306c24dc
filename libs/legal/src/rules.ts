/** Pure functions of this library, whose imports are pure too. Rules of libraries downstream import them from here. */
export { reviewRefusal } from './break-glass/break-glass.rules.js';
export { mergeHeard, type Interval } from './plays/heard.rules.js';
export { soundToServe, type CheckedSound, type SoundToServe } from './sound/sound-gate.rules.js';
export { OPEN_TO_STANDING_GRANTS, shutReason, type ShutReason } from './exits/exit.rules.js';
export {
  listeningOver,
  listeningRefusal,
  type ListenedAgent,
  type ListeningNow,
  type ListeningRefusal,
} from './listening/listening.rules.js';
export { legalRefusals } from './refusals.js';
