/** What an engine's child is asked: u32le length, JSON, u32le length of the bytes that follow it. Both children read the same frames. */
export function frameOf(head: object, bytes: Buffer): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const frame = Buffer.alloc(8 + json.length);
  frame.writeUInt32LE(json.length);
  json.copy(frame, 4);
  frame.writeUInt32LE(bytes.length, 4 + json.length);
  return frame;
}
