// This run's segment as far as it is on the disk.
import { toHex, type Bytes } from '../bytes.ts';
import { sha256 } from '../crypto/digest.ts';
import type { AcceptedSegment, SegmentName } from '../journal/frame.ts';
import { segmentFile, type FolderName } from './folder.ts';

export interface OpenSegment extends SegmentName {
  readonly length: number;
  readonly head: Bytes;
  /** Frames so far. */
  readonly frames: number;
}

export function nameOf({ device, run }: SegmentName): FolderName {
  return segmentFile(device, run);
}

export async function grown(segment: OpenSegment, frame: Bytes): Promise<OpenSegment> {
  const { length, frames } = segment;
  return {
    ...segment,
    length: length + frame.length,
    head: await sha256(frame),
    frames: frames + 1,
  };
}

export function accepted(
  { device, run, length, head }: OpenSegment,
  abandoned: boolean,
): AcceptedSegment {
  return { device, run, length, head: toHex(head), abandoned };
}
