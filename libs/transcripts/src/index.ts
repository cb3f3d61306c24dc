export { TranscriptChunk, TranscriptRow } from './transcript.entity.js';
export * from './engines/index.js';
export { type SpokenWord } from './turns/spoken-word.js';
export { type ChannelWords, mergeTurns, numberTurns, TURN_GAP_MS } from './turns/turns.rules.js';
export { type Hearing, judgeReliability } from './reliability.rules.js';
export { speakersOf, TranscribeRecordingService } from './transcribe-recording.service.js';
export { PROGRESS_CHANNEL } from './transcription-ledger.js';
export { TranscriptsModule } from './transcripts.module.js';
