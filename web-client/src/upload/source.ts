// SPDX-License-Identifier: Apache-2.0

/** Bytes that can be read from anywhere, without being held. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Those from `from` to before `to`. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** A file that somebody chose, with its place within a folder where it has one. */
export interface Chosen {
  readonly path: string;
  readonly file: Pick<File, 'size' | 'lastModified' | 'slice'>;
}

export function fileSource({ path, file }: Chosen): ByteSource {
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

/** The same choice has the same key, so that an upload goes on when the same files are chosen again. */
export async function keyOf(chosen: readonly Chosen[]): Promise<string> {
  const lines = chosen.map(({ path, file }) => `${path}\n${file.size}\n${file.lastModified}`).sort();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(lines.join('\n')));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
