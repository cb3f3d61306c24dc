/** One field of a form: its name, its value, and what a file is called. */
export type Field = [name: string, value: string | Blob, fileName?: string];

/**
 * A form as one Blob (RFC 7578), of which the platform reads as much as the server takes. Node reads a `FormData` to its end, also where the
 * server has answered before: a large recording takes more than twice as long, and what is read too late can end the process.
 */
export function formOf(fields: readonly Field[]): Blob {
  const boundary = `shouwen-${crypto.randomUUID()}`;
  const parts = fields.flatMap(([name, value, fileName]) => {
    const file = value instanceof Blob && [`; filename="${quoted(fileName ?? name)}"`, typeOf(value)].join(END);
    return [
      `--${boundary}${END}Content-Disposition: form-data; name="${quoted(name)}"${file || ''}${END}${END}`,
      value,
      END,
    ];
  });
  return new Blob([...parts, `--${boundary}--${END}`], { type: `multipart/form-data; boundary=${boundary}` });
}

const END = '\r\n';
const typeOf = ({ type }: Blob) => `Content-Type: ${type || 'application/octet-stream'}`;
/** As browsers write a name (HTML, multipart/form-data encoding algorithm). */
const quoted = (name: string) => name.replace(/\r\n|\r|\n|"/g, (one) => (one === '"' ? '%22' : '%0D%0A'));
