// Canvases are the heavy thing of a page: up to 64 MB each. They are reused while scrolling, and a spare one is shrunk
// to nothing, because Chromium frees a canvas's pixels late when only its element is dropped.
const maxSpare = 4;
const spare: HTMLCanvasElement[] = [];

export function takeCanvas(): HTMLCanvasElement {
  return spare.pop() ?? document.createElement('canvas');
}

export function returnCanvas(canvas: HTMLCanvasElement): void {
  canvas.remove();
  canvas.width = 0;
  canvas.height = 0;
  if (spare.length < maxSpare) spare.push(canvas);
}
