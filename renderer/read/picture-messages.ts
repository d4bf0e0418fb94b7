// What a picture's session and its worker say to each other.

/** A part of the upright picture, in its pixels, and the size it is wanted in. */
export interface PicturePart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly toWidth: number;
  readonly toHeight: number;
}

export type PictureRequest =
  /** The bytes are transferred. */
  | { readonly kind: 'open'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'draw'; readonly id: number; readonly part: PicturePart };

export type PictureReply =
  | { readonly kind: 'opened'; readonly width: number; readonly height: number }
  | { readonly kind: 'refused' }
  /** The bitmap is transferred. */
  | { readonly kind: 'drawn'; readonly id: number; readonly bitmap: ImageBitmap };
