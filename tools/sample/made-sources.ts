// Those files of the sample that no editor writes. The same bytes each time.
import { encodeAs, encodeBroken } from './encodings.ts';
import { protocolDocx } from './protocol-docx.ts';
import { registerPng } from './register-png.ts';
import { surveyPdf } from './survey-pdf.ts';
import { ferryFares, harbourLog, saltRoad } from './texts.ts';

/** By file name. */
export async function madeSources(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ['salt-road-gb18030.txt', encodeAs('gb18030', saltRoad)],
    ['ferry-fares-windows-1252.txt', encodeAs('windows-1252', ferryFares)],
    ['harbour-log-broken.txt', encodeBroken(harbourLog)],
    ['kiln-labour-survey-2024.pdf', await surveyPdf()],
    ['visit-protocol.docx', protocolDocx()],
    ['register-page.png', registerPng()],
  ]);
}
