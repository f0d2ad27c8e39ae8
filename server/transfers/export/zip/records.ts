/** The records of a ZIP archive (PKWARE APPNOTE 6.3), with 64-bit sizes and places where 32 bits do not hold them (§4.5.3). */

export type ZipEntry = {
  name: string;
  at: Date;
  /** 0 as it is, 8 deflated. */
  method: 0 | 8;
  crc: number;
  rawBytes: number;
  packedBytes: number;
  /** Where its local header stands. */
  headerAt: number;
  /** Its local header was written before its size was known. */
  isStreamed: boolean;
};

const max32 = 0xffff_ffff;
/** §4.4.4: the name is UTF-8. */
const utf8 = 0x0800;
const regularFile = 0o100600;
const folder = 0o040700;

/** §4.3.7. A streamed entry keeps room for 64-bit sizes whatever they turn out to be, so that it can be written over. */
export function localHeader(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name);
  const sizes = entry.isStreamed ? sizesExtra([entry.rawBytes, entry.packedBytes]) : Buffer.alloc(0);
  const extra = Buffer.concat([sizes, timeExtra(entry.at)]);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(entry.isStreamed ? 45 : 20, 4);
  writeCommon(header, 6, entry, name, extra, entry.isStreamed);
  return Buffer.concat([header, name, extra]);
}

/** §4.3.12 */
export function centralRecord(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name);
  const isLarge = entry.rawBytes >= max32 || entry.packedBytes >= max32;
  const isFar = entry.headerAt >= max32;
  const large = [...(isLarge ? [entry.rawBytes, entry.packedBytes] : []), ...(isFar ? [entry.headerAt] : [])];
  const extra = Buffer.concat([large.length > 0 ? sizesExtra(large) : Buffer.alloc(0), timeExtra(entry.at)]);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x0201_4b50, 0);
  // Made by a Unix of version 4.5: what stands in the attributes are its modes.
  record.writeUInt16LE((3 << 8) | 45, 4);
  record.writeUInt16LE(large.length > 0 || entry.isStreamed ? 45 : 20, 6);
  writeCommon(record, 8, entry, name, extra, isLarge);
  const mode = entry.name.endsWith("/") ? folder : regularFile;
  record.writeUInt32LE(mode * 0x1_0000, 38);
  record.writeUInt32LE(isFar ? max32 : entry.headerAt, 42);
  return Buffer.concat([record, name, extra]);
}

/** §4.3.14 to §4.3.16, always with the 64-bit ones: their readers are older than what they would be spared for. */
export function endRecords(entryCount: number, directoryBytes: number, directoryAt: number): Buffer {
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x0606_4b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE((3 << 8) | 45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(entryCount), 24);
  end.writeBigUInt64LE(BigInt(entryCount), 32);
  end.writeBigUInt64LE(BigInt(directoryBytes), 40);
  end.writeBigUInt64LE(BigInt(directoryAt), 48);
  end.writeUInt32LE(0x0706_4b50, 56);
  end.writeBigUInt64LE(BigInt(directoryAt + directoryBytes), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x0605_4b50, 76);
  end.writeUInt16LE(Math.min(entryCount, 0xffff), 84);
  end.writeUInt16LE(Math.min(entryCount, 0xffff), 86);
  end.writeUInt32LE(Math.min(directoryBytes, max32), 88);
  end.writeUInt32LE(Math.min(directoryAt, max32), 92);
  return end;
}

/** Flags, method, time, CRC, sizes and lengths stand in the same order in both headers. */
function writeCommon(
  header: Buffer,
  at: number,
  entry: ZipEntry,
  name: Buffer,
  extra: Buffer,
  hasLargeSizes: boolean,
): void {
  header.writeUInt16LE(utf8, at);
  header.writeUInt16LE(entry.method, at + 2);
  header.writeUInt32LE(dosTime(entry.at), at + 4);
  header.writeUInt32LE(entry.crc, at + 8);
  header.writeUInt32LE(hasLargeSizes ? max32 : entry.packedBytes, at + 12);
  header.writeUInt32LE(hasLargeSizes ? max32 : entry.rawBytes, at + 16);
  header.writeUInt16LE(name.length, at + 20);
  header.writeUInt16LE(extra.length, at + 22);
}

/** §4.5.3 */
function sizesExtra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return extra;
}

/** Info-ZIP's extended timestamp: seconds in UTC, where DOS has every second one of an unknown zone. */
function timeExtra(at: Date): Buffer {
  const extra = Buffer.alloc(9);
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(5, 2);
  extra.writeUInt8(1, 4);
  const seconds = Math.floor(at.getTime() / 1000);
  extra.writeInt32LE(Math.min(Math.max(seconds, -0x8000_0000), 0x7fff_ffff), 5);
  return extra;
}

/** §4.4.6: begins with 1980. */
function dosTime(at: Date): number {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107);
  const date = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return date * 0x1_0000 + time;
}
