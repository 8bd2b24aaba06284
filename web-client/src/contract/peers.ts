// SPDX-License-Identifier: Apache-2.0
import type { Json } from './json';
import { string } from './words';

export const RIGHTS = ['push', 'query', 'receive'] as const;
export type Right = (typeof RIGHTS)[number];

/** A PACS, workstation or modality; `given` when it came with the start of the server, so that it cannot be changed here. */
export interface Peer {
  readonly name: string;
  readonly title: string;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly characterSet: string;
  readonly anyAddress: boolean;
  readonly rights: readonly Right[];
  readonly web: string;
  readonly given: boolean;
}

/** This server as its peers must know it; `port` is null when it does not answer DICOM. */
export interface Own {
  readonly title: string;
  readonly port: number | null;
  readonly tls: boolean;
  readonly promiscuous: boolean;
}

export interface Peers {
  readonly own: Own;
  readonly peers: readonly Peer[];
}

export function parsePeers(json: Json): Peers {
  const own = json.field('own');
  return {
    own: {
      title: own.field('title').string(),
      port: own.field('port').optional((port) => port.integer(1)),
      tls: own.field('tls').boolean(),
      promiscuous: own.field('promiscuous').boolean(),
    },
    peers: json.field('peers').list(parsePeer),
  };
}

function parsePeer(json: Json): Peer {
  return {
    name: json.field('name').string(),
    title: json.field('title').string(),
    host: json.field('host').string(),
    port: json.field('port').integer(1),
    tls: json.field('tls').boolean(),
    characterSet: json.field('characterSet').string(),
    anyAddress: json.field('anyAddress').boolean(),
    rights: json.field('rights').list((right) => right.word(RIGHTS)),
    web: json.field('web').string(),
    given: json.field('given').boolean(),
  };
}

/** How one step of a test went; `words` is a sentence for an administrator. */
export interface TestStep {
  readonly step: string;
  readonly outcome: 'ok' | 'failed' | 'skipped';
  readonly words: string;
}

export const parseTest = (json: Json): readonly TestStep[] =>
  json.field('steps').list((item) => ({
    step: string(item.field('step')),
    outcome: item.field('outcome').word(['ok', 'failed', 'skipped'] as const),
    words: string(item.field('words')),
  }));
