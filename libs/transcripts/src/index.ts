export { TranscriptChunk, TranscriptRow } from './transcript.entity.js';
