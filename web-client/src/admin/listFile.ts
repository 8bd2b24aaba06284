// SPDX-License-Identifier: Apache-2.0
/** Largest file of identifiers: 2,000 of the longest, twice over. */
export const LARGEST = 256 * 1024;

/**
 * The text of a file that a spreadsheet saved: UTF-8, UTF-16 with its mark, else Windows-1252, which older ones write. Null when it is no
 * text: a workbook, say.
 */
export function textOf(bytes: Uint8Array): string | null {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Lines that are in the box already go below those of the file, whose heading must come first. */
export function appended(before: string, file: string): string {
  const lines = before.trimEnd();
  return lines === '' ? file : `${file.trimEnd()}\n${lines}\n`;
}
