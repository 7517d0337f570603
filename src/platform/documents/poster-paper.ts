// The sheet to put up as a page of A5, for whoever prints it from a telephone.

import { createLetters } from './letters.ts';
import { loadPdfmake } from './paper.ts';
import { drawPosterPicture } from './picture.ts';
import type { Poster } from './poster.ts';

/** In points. */
const A5 = { width: 419.53, height: 595.28 } as const;

/** The bytes of a PDF. */
export async function drawPosterPaper(poster: Poster): Promise<Uint8Array> {
  const png = Buffer.from(await drawPosterPicture(poster)).toString('base64');
  const letters = createLetters();
  const definition = {
    ...{ pageSize: A5, pageMargins: [0, 0, 0, 0], defaultStyle: { font: letters.main } },
    info: { title: poster.title, producer: '', creator: '' },
    content: [{ image: `data:image/png;base64,${png}`, ...A5 }],
  };
  return loadPdfmake(letters.used()).createPdf(definition).getBuffer();
}
