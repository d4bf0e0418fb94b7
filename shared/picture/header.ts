// The words of this room.

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp';

/** How the pixels must be turned to stand upright, as EXIF counts it (CIPA DC-008, tag 0x0112); 1 is as they are. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Width and height in pixels as stored, before the turn. */
export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
}
