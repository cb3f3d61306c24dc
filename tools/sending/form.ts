/** One field of a form: its name, its value, and what a file is called. */
export type Field = [name: string, value: string | Blob, fileName?: string];

const END = '\r\n';

/**
 * A form as one Blob (RFC 7578), of which the platform reads as much as the server takes. A `FormData` Node reads to its end at once, whether or not
 * the server takes it: a recording then lies in memory whole.
 */
export function formOf(fields: readonly Field[]): Blob {
  const boundary = `shouwen-${crypto.randomUUID()}`;
  const parts = fields.flatMap((field) => [`--${boundary}${END}${headOf(field)}${END}${END}`, field[1], END]);
  return new Blob([...parts, `--${boundary}--${END}`], { type: `multipart/form-data; boundary=${boundary}` });
}

function headOf([name, value, fileName = name]: Field): string {
  const head = `Content-Disposition: form-data; name="${quoted(name)}"`;
  if (typeof value === 'string') return head;
  return `${head}; filename="${quoted(fileName)}"${END}Content-Type: ${value.type || 'application/octet-stream'}`;
}

/** What would end the line or the name goes in as `%22`, `%0D` and `%0A` (HTML, multipart/form-data encoding algorithm). */
const quoted = (name: string) => name.replace(/["\r\n]/g, encodeURIComponent);
