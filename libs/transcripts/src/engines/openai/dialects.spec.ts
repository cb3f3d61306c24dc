import { afterRefusal, type Dialect, fieldsOf, FULLEST } from './dialects.rules.js';
import { MOST_SAID, refusalWords } from './refusal-words.rules.js';

/** Every question that a server is asked which refuses each with the same. */
function questions(status: number, said: string): string[] {
  const asked: string[] = [];
  for (let dialect: Dialect | null = FULLEST; dialect; dialect = afterRefusal(dialect, status, said))
    asked.push(`${dialect.form}${dialect.modelName ? ' model_name' : ''}`);
  return asked;
}

describe('a server that refuses', () => {
  it('is asked for less, and with the model under another name where it complains of the model', () => {
    expect(questions(400, 'response_format')).toEqual(['words', 'segments', 'text']);
    const both = ['words', 'words model_name', 'segments', 'segments model_name', 'text', 'text model_name'];
    expect(questions(400, 'unknown model: whisper-1')).toEqual(both);
    expect(questions(404, 'Model x not found')).toEqual(both.slice(0, 2));
    expect(questions(404, 'Not Found')).toEqual(['words']);
    expect(questions(401, 'no model for this key')).toEqual(['words']);
    // As faster-whisper-server, and as servers that want another form of body.
    expect(questions(422, 'body.model_name: Field required')).toEqual(both);
    expect(questions(415, 'Unsupported Media Type')).toEqual(['words', 'segments', 'text']);
  });

  it('is told the model in the fields that it wants', () => {
    expect(fieldsOf({ form: 'text', modelName: true }, 'large')).toEqual([
      ['model', 'large'],
      ['model_name', 'large'],
      ['response_format', 'json'],
    ]);
  });
});

describe('what it says', () => {
  it.each([
    [
      'OpenAI',
      '{"error": {"message": "The model `x` does not exist", "type": "invalid_request_error"}}',
      'The model `x` does not exist',
    ],
    ['FastAPI', '{"detail": "Model not allowed"}', 'Model not allowed'],
    ['faster-whisper-server', '{"detail": {"error": {"message": "unknown model: x"}}}', 'unknown model: x'],
    [
      'a form that was not understood',
      '{"detail": [{"loc": ["body", "model"], "msg": "Field required", "type": "missing"}]}',
      'body.model: Field required',
    ],
    [
      'vLLM',
      '{"object": "error", "message": "The model x does not exist.", "code": 404}',
      'The model x does not exist.',
    ],
    ['a text', 'quota exceeded\n', 'quota exceeded'],
    [
      'a page',
      '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><script>alert(1)</script>',
      '502 Bad Gateway',
    ],
    ['nothing', '', ''],
    ['another shape', '{"a": 1}', ''],
  ])('is read from what %s writes', (_who, body, said) => expect(refusalWords(body)).toBe(said));

  it('is one bounded line of plain text, and never repeats the key', () => {
    const hostile = JSON.stringify({ detail: `Incorrect key sk-123 \u0000\u202Egnp\u2028<b>\n${'x'.repeat(5_000)}` });
    const said = refusalWords(hostile, 'sk-123');
    expect(said).toMatch(/^Incorrect key \*\*\* gnp <b> x+…$/);
    expect(said).toHaveLength(MOST_SAID);
  });
});
