/** An AIFF file (16-bit, or AIFF-C `sowt` when `littleEndian`) for tests. Samples in -1..1, one channel. */
export function makeAiff(samples: readonly number[], sampleRateHz: number, littleEndian = false): Buffer {
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, i) => {
    const value = Math.round(sample * 32_767);
    if (littleEndian) data.writeInt16LE(value, i * 2);
    else data.writeInt16BE(value, i * 2);
  });
  const common = Buffer.alloc(littleEndian ? 24 : 18);
  common.writeInt16BE(1, 0);
  common.writeUInt32BE(samples.length, 2);
  common.writeInt16BE(16, 6);
  const exponent = Math.floor(Math.log2(sampleRateHz));
  common.writeUInt16BE(16_383 + exponent, 8);
  common.writeUInt32BE(sampleRateHz * 2 ** (31 - exponent), 10);
  if (littleEndian) common.write("sowt", 18, "latin1");
  const sound = Buffer.concat([Buffer.alloc(8), data]);
  const body = Buffer.concat([chunk("COMM", common), chunk("SSND", sound)]);
  return Buffer.concat([chunk("FORM", Buffer.concat([Buffer.from(littleEndian ? "AIFC" : "AIFF"), body]))]);
}

function chunk(name: string, body: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 0, "latin1");
  header.writeUInt32BE(body.length, 4);
  return Buffer.concat([header, body, Buffer.alloc(body.length & 1)]);
}
