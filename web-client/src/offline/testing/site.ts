// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Manifest } from '../../contract/manifest';
import type { StudySummary } from '../../contract/studies';
import type { Answer, BlobAsk, Site } from '../site';
import { BrokenStream } from '../stream';

export const STUDY = '2.25.1001';
const PART = 64 * 1024;

export const patient = {
  name: 'ZZTEST, Aled (Mr)',
  otherNames: [],
  id: '9990000018',
  issuer: null,
  nhsNumber: '9990000018',
  birthDate: '1957-03-14',
  sex: 'M',
};

export function summary(change: Partial<StudySummary> = {}): StudySummary {
  return {
    study: STUDY,
    patient,
    date: '2026-11-24',
    time: '16:05',
    description: 'CT Thorax',
    accession: 'RXX1',
    modalities: ['CT'],
    series: 1,
    instances: 3,
    bytes: 1000,
    readiness: null,
    arrival: null,
    ...change,
  };
}

/** Bytes that hardly compress, always the same for a seed. */
export function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

export function record(hash: string, offset: number, plain: Uint8Array, deflate = false): Uint8Array<ArrayBuffer> {
  const wire = deflate ? deflateRawSync(plain) : plain;
  const bytes = new Uint8Array(49 + wire.length);
  bytes.set(Buffer.from(hash, 'hex'));
  const view = new DataView(bytes.buffer);
  view.setBigUint64(32, BigInt(offset));
  view.setUint32(40, plain.length);
  view.setUint8(44, deflate ? 1 : 0);
  view.setUint32(45, wire.length);
  bytes.set(wire, 49);
  return bytes;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A site of one study in memory, that counts what it sends and can be told to misbehave. */
export class TestSite implements Site {
  version1 = 'v1';
  isDown = false;
  isGone = false;
  /** Ends each blob stream with a break after so many bytes. */
  breakAfter = Number.POSITIVE_INFINITY;
  /** Turns a bit of each blob with this hash. */
  damaged = '';
  sentBytes = 0;
  readonly asked: BlobAsk[] = [];
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #entries: { hash: string; bytes: number; kind: 'descriptor' | 'exact'; path: string }[] = [];

  constructor(sizes: readonly number[] = [1000, 70_000, 200_000]) {
    this.describe('CT Thorax');
    sizes.forEach((size, at) => {
      this.#put('exact', `/api/v1/instances/2.25.1001.1.${at}/frames/1/exact/0/0/0?v=a`, noise(size, at));
    });
  }

  describe(description: string): void {
    const { study, date, time, accession } = summary();
    const head = { study, version: this.version1, asOf: '', patient, date, time, accession };
    const text = JSON.stringify({ ...head, description, series: [], omitted: [] });
    this.#put('descriptor', `/api/v1/studies/${STUDY}`, new TextEncoder().encode(text));
  }

  get hashes(): readonly string[] {
    return this.#entries.map(({ hash }) => hash);
  }

  get totalBytes(): number {
    return this.#entries.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async manifest(): Promise<Answer<Manifest>> {
    if (this.isDown) return { kind: 'unreachable' };
    if (this.isGone) return { kind: 'gone' };
    const blobs = [...this.#entries];
    return { kind: 'ok', value: { study: STUDY, version: this.version1, for: 'exact', bytes: this.totalBytes, blobs } };
  }

  async version(): Promise<Answer<string>> {
    if (this.isDown) return { kind: 'unreachable' };
    return this.isGone ? { kind: 'gone' } : { kind: 'ok', value: this.version1 };
  }

  async blobs(asks: readonly BlobAsk[]): Promise<Answer<AsyncIterable<Uint8Array>>> {
    if (this.isDown) return { kind: 'unreachable' };
    this.asked.push(...asks);
    return { kind: 'ok', value: this.#stream(asks) };
  }

  async *#stream(asks: readonly BlobAsk[]): AsyncGenerator<Uint8Array> {
    let left = this.breakAfter;
    for (const { hash, offset } of asks) {
      const whole = this.#blobs.get(hash) ?? new Uint8Array(0);
      const blob = hash === this.damaged ? whole.map((byte, at) => (at === 0 ? byte ^ 1 : byte)) : whole;
      for (let at = offset; at < blob.length; at += PART) {
        const bytes = record(hash, at, blob.subarray(at, at + PART));
        this.sentBytes += Math.min(left, bytes.length);
        yield bytes.subarray(0, left);
        left -= bytes.length;
        if (left <= 0) throw new BrokenStream('the link broke');
      }
    }
  }

  #put(kind: 'descriptor' | 'exact', path: string, bytes: Uint8Array): void {
    const hash = sha256(bytes);
    this.#blobs.set(hash, bytes);
    const entry = { hash, bytes: bytes.length, kind, path };
    const at = this.#entries.findIndex((each) => each.path === path);
    if (at < 0) this.#entries.push(entry);
    else this.#entries[at] = entry;
  }
}
