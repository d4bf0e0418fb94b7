// Reads the entries of a zip, without trusting the writer under test.
import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
  /** As the zip says it: time and date of MS-DOS in one number. */
  readonly dosDate: number;
}

export function readZip(zip: Uint8Array): readonly ZipEntry[] {
  const file = Buffer.from(zip);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const nameBytes = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(data, data + file.readUInt32LE(at + 20));
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameBytes),
      bytes: file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed),
      dosDate: file.readUInt32LE(local + 10),
    });
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}
