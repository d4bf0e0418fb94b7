// A zip names the moment and time zone each entry was written. APPNOTE.TXT 4.3.7 and 4.3.12.

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endSize = 22;
/** 1 January 1980, 00:00: the earliest a zip can say. */
const dosDate = 0x0021;

/** The same archive with every entry dated 1 January 1980. Without comment and below 4 GB, as our writer makes them. */
export function withoutDates(zip: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const dated = new Uint8Array(zip);
  const view = new DataView(dated.buffer);
  const end = dated.byteLength - endSize;
  if (end < 0 || view.getUint32(end, true) !== endSignature) throw new Error('not our zip');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entrySignature) throw new Error('not our zip');
    setDate(view, at + 12);
    setDate(view, view.getUint32(at + 42, true) + 10);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return dated;
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, dosDate, true);
}
