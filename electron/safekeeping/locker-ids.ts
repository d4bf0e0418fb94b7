// Which locker a sealed file belongs to, as far as it says so in the clear (docs/locker-format.md: slots, segments).
import { isId } from '../../shared/evidence/ids.ts';
import { isObject, parseJson } from '../../shared/shape.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const magicBytes = 16;
const formatBytes = 2;
const idBytes = 16;

export function fromSlot(bytes: Bytes): string | undefined {
  const [line = ''] = new TextDecoder().decode(bytes).split('\n');
  const slot = parseJson(line);
  return isObject(slot) && isId(slot['lockerId']) ? slot['lockerId'] : undefined;
}

export function fromSegment(bytes: Bytes): string | undefined {
  const id = bytes.subarray(magicBytes + formatBytes, magicBytes + formatBytes + idBytes);
  return id.length === idBytes ? Buffer.from(id).toString('hex') : undefined;
}
