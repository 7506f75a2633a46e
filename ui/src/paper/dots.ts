import type { PaperPreview } from '../backend/contract';

const INK = 24;
const BARE = 255;

/** Draws the very dots that the printer gets: one pixel a dot. */
export function drawDots(canvas: HTMLCanvasElement, paper: PaperPreview): void {
  canvas.width = paper.width;
  canvas.height = paper.height;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const picture = pen.createImageData(paper.width, paper.height);
  const bytes = atob(paper.dots);
  let at = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes.charCodeAt(index);
    for (let bit = 7; bit >= 0; bit -= 1) {
      const grey = (byte >> bit) & 1 ? INK : BARE;
      picture.data.set([grey, grey, grey, 255], at);
      at += 4;
    }
  }
  pen.putImageData(picture, 0, 0);
}
