import { type Transcript } from '#contracts';
import { maskTranscript, spansIn } from '#transcripts';
import { type TranscriptFiles, type TranscriptQuestion } from './transcript-files.rules.js';
import { transcriptPdf } from './transcript-pdf.js';

/** Hides in words what must not be read, and writes both files. What is sealed was checked before, so its shape is not checked again. */
export async function writeTranscript({
  words,
  spans,
  mode,
  kinds,
  about,
}: TranscriptQuestion): Promise<TranscriptFiles> {
  const transcript = JSON.parse(Buffer.from(words).toString('utf8')) as Transcript;
  const masked = maskTranscript(transcript, spansIn(transcript, spans), { mode, kinds });
  return { json: Buffer.from(`${JSON.stringify(masked, null, 1)}\n`), pdf: await transcriptPdf(masked, about) };
}
