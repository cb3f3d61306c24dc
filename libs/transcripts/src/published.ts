/** Columns of our tables that SQL of libraries downstream may read (decision 76). Change a column together with its readers. */
export const PUBLISHED = {
  masked_sound: ['recording_id', 'transcript_id', 'rules_version', 'spans_ms'],
  recording_cut: [
    'id',
    'recording_id',
    'transcript_id',
    'rules_version',
    'spans_ms',
    'old_key_id',
    'new_sha256',
    'cut_at',
  ],
  redaction: ['transcript_id', 'rules_version', 'spans', 'created_at'],
  transcript: ['object_id', 'engine', 'engine_version', 'id', 'recording_id', 'version', 'language', 'created_at'],
};
