// SPDX-License-Identifier: Apache-2.0
/** What the page of lists says, in British English. */
export const listText = {
  intro:
    'Named sets of patients and studies, such as those of a ward. What comes later for a patient is on the list at once.',
  none: 'There are no lists yet.',
  name: 'List',
  holds: 'Holds',
  changed: 'Changed',
  actions: 'Change',
  add: 'Make a list',
  edit: 'Edit',
  remove: 'Remove',
  of: (what: string, name: string) => `${what}: ${name}`,
  counts: (entries: number, studies: number) =>
    `${entries === 1 ? '1 line' : `${entries} lines`}, ${studies === 1 ? '1 study' : `${studies} studies`}`,
  unknown: (count: number) => `nothing here yet for ${count}`,
  newTitle: 'Make a list',
  editTitle: (name: string) => `Edit ${name}`,
  nameHint: 'Such as Ward 7B.',
  lines: 'Patients and studies',
  linesHint:
    'One a line: an NHS number, a hospital number (123^^^HOSPITAL with its issuer), acc: and an accession number, or a Study Instance UID. A spreadsheet can be pasted: with a heading its columns are known by name, else the first counts.',
  file: 'Or take them from a file (CSV or text)',
  notText: 'That file is no text, or larger than 256 kB. In the spreadsheet choose “Save as”, then CSV.',
  download: 'Download CSV',
  save: 'Save the list',
  nameMissing: 'Give the list a name.',
  nameTaken: 'There is a list of that name. Edit that one, or choose another name.',
  wasSaved: (name: string) => `${name} was saved.`,
  wasRemoved: (name: string) => `${name} was removed.`,
  removeTitle: (name: string) => `Remove ${name}?`,
  removeDetail: 'Patients and studies stay. Whoever may see only this list sees them no more.',
  doubt: (line: number, words: string) => `Line ${line}: ${words}`,
  nothing: 'nothing here yet',
  ambiguous: 'the number of several people here: add the issuer, as in 123^^^HOSPITAL',
  studies: (count: number) => (count === 1 ? '1 study' : `${count} studies`),
  result: 'What the lines stand for',
};
