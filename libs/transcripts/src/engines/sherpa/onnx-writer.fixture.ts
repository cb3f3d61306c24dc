/** Writes small ONNX models (onnx.proto3, IR 8, opset 13): enough of protobuf to give sherpa-onnx something real to run. */
type Dim = number | string;
export interface Tensor {
  name: string;
  type: 'float' | 'int64' | 'int32';
  dims: readonly Dim[];
}
export interface Node {
  op: string;
  inputs: readonly string[];
  outputs: readonly string[];
  ints?: Readonly<Record<string, number | readonly number[]>>;
}
export interface Constant extends Tensor {
  dims: readonly number[];
  values: ArrayLike<number>;
}
export interface Graph {
  inputs: readonly Tensor[];
  outputs: readonly Tensor[];
  nodes: readonly Node[];
  constants: readonly Constant[];
  metadata?: Readonly<Record<string, string | number>>;
}

const ELEMENT = { float: 1, int32: 6, int64: 7 } as const;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

export function onnxModel({ inputs, outputs, nodes, constants, metadata = {} }: Graph): Buffer {
  const graph = [
    ...nodes.map((node) => message(1, nodeProto(node))),
    text(2, 'tones'),
    ...constants.map((constant) => message(5, tensorProto(constant))),
    ...inputs.map((input) => message(11, valueInfo(input))),
    ...outputs.map((output) => message(12, valueInfo(output))),
  ];
  return Buffer.concat([
    number(1, 8),
    message(7, graph),
    message(8, [text(1, ''), number(2, 13)]),
    ...Object.entries(metadata).map(([key, value]) => message(14, [text(1, key), text(2, String(value))])),
  ]);
}

function nodeProto({ op, inputs, outputs, ints = {} }: Node): Buffer[] {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, op),
    ...Object.entries(ints).map(([name, value]) =>
      typeof value === 'number'
        ? message(5, [text(1, name), number(3, value), number(20, ATTRIBUTE_INT)])
        : message(5, [text(1, name), ...value.map((one) => number(8, one)), number(20, ATTRIBUTE_INTS)]),
    ),
  ];
}

function tensorProto({ name, type, dims, values }: Constant): Buffer[] {
  const width = type === 'int64' ? 8 : 4;
  const raw = Buffer.alloc(values.length * width);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (type === 'float') raw.writeFloatLE(value, at * 4);
    else if (type === 'int32') raw.writeInt32LE(value, at * 4);
    else raw.writeBigInt64LE(BigInt(value), at * 8);
  }
  return [...dims.map((dim) => number(1, dim)), number(2, ELEMENT[type]), text(8, name), bytes(9, raw)];
}

function valueInfo({ name, type, dims }: Tensor): Buffer[] {
  const shape = dims.map((dim) => message(1, [typeof dim === 'number' ? number(1, dim) : text(2, dim)]));
  return [text(1, name), message(2, [message(1, [number(1, ELEMENT[type]), message(2, shape)])])];
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function message(field: number, parts: readonly Buffer[]): Buffer {
  return bytes(field, Buffer.concat(parts));
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value));
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);
}

function varint(value: number): Buffer {
  const out: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) out.push(Number(rest & 127n) | 128);
  return Buffer.from([...out, Number(rest)]);
}
