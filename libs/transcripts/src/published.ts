/** What SQL of later libs may read of our tables (docs/decisions/0076). A column named here has readers elsewhere: change it with them. */
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
