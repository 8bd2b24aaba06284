// SPDX-License-Identifier: Apache-2.0
/** What the page for adding studies says, in British English. */
export const uploadText = {
  title: 'Add studies',
  back: 'Back to the list',
  notAllowed: 'Your account may look at studies, but not add any. An administrator can change that.',
  intro:
    'DICOM files, folders of them, a disc with its DICOMDIR, or ZIP archives. They are checked and stored as they are; nothing that is here is replaced.',
  drop: 'Drop files or folders here',
  dropNow: 'Let go to add them',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  loading: 'Loading…',
  none: 'Nothing has been added in the last seven days.',
  list: 'Added by you',
  offline: 'There is no connection. Sending goes on when it is back.',
  nothingChosen: 'There is nothing in that choice that could be sent.',
  fileGone: 'The file can no longer be read: it was moved, changed or taken out. Choose it again.',
  stopped: 'It stopped. Choose the same files again to go on.',
  leave: 'Files are still being sent.',
  packOf: (files: number) => `${files} files`,

  sending: (done: string, all: string) => `Sending: ${done} of ${all}`,
  waiting: (done: string, all: string) => `Waiting for the connection: ${done} of ${all} are there`,
  goOn: (done: string, all: string) => `${done} of ${all} are there. Choose the same files again to go on.`,
  reading: (items: number, of: number) =>
    of < 0 ? `Storing: ${items} files looked at` : `Storing: ${items} of ${of} files looked at`,
  failed:
    'The server could not store all of it: its disk may be full. What was sent is kept; try again when there is room.',
  added: (count: number) => (count === 1 ? '1 image or document added' : `${count} images and documents added`),
  duplicates: (count: number) => `${count} were here already`,
  conflicts: (count: number) => `${count} kept beside what was here, which says otherwise`,
  rejected: (count: number) => `${count} not taken`,
  nothing: 'Nothing in it could be taken',
  problems: 'What was not taken, and why',
  more: 'The rest is not listed.',
  open: (index: number, count: number) => (count === 1 ? 'Open the study' : `Open study ${index} of ${count}`),
  again: 'Try again',
  discard: 'Remove from this list',
  cancel: 'Stop and remove',
  of: (what: string, name: string) => `${what}: ${name}`,
  progressOf: (name: string) => `Progress of ${name}`,
} as const;
