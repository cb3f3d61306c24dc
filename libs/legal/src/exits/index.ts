export { ExitGate, isSilenced, type ExitQuestion, type SoundAnswer, type WordsAnswer } from './exit-gate.service.js';
export { OPEN_TO_STANDING_GRANTS, shutReason, type ShutReason } from './exit.rules.js';
export { EXITS, type ExitName, type SoundExit, type WordsExit } from './exits.js';
