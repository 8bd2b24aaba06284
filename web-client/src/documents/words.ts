// SPDX-License-Identifier: Apache-2.0
import type { StudyDocument } from '../contract/documents';

/** What the document pages say, in British English. */
export const documentText = {
  list: 'Documents',
  kinds: {
    REPORT: 'Report',
    PDF: 'PDF',
    CDA: 'Clinical document',
    STL: '3D model',
    WAVEFORM: 'Waveform',
    TEXT: 'Plan',
    OTHER: 'File',
  } satisfies Readonly<Record<StudyDocument['kind'], string>>,
  opening: 'Opening the document…',
  back: 'Back to the pictures',
  backToList: 'Back to the list',
  offline: 'There is no connection, and this document is not kept on this device.',
  trouble: 'The server has trouble and cannot open this document now.',
  retry: 'Try again',
  newTab: 'Open in a new tab',
  save: 'Save',
  smaller: 'Smaller',
  larger: 'Larger',
  earlier: 'Earlier',
  later: 'Later',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  noViewer: 'This browser shows no PDF inside a page. Open it in a new tab, or save it.',
  notShown: 'This kind of file is not shown here. Save it, and open it with the program that it is for.',
  size: (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`),
} as const;
