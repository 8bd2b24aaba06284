// SPDX-License-Identifier: Apache-2.0
// Runs in a worker: decodes, holds decoded pixels, draws them into bitmaps. The page never touches a pixel, so that it never
// stops for one.
import { type TallyTile, tallyOf } from '../../measure/tally';
import { compose } from './compose';
import { decode } from './decode';
import type { LayerSpec, Reply, Request } from './messages';
import type { Pixels } from './pixels';

declare const self: DedicatedWorkerGlobalScope;

const held = new Map<string, Pixels>();

self.onmessage = ({ data }: MessageEvent<Request>) => {
  if (data.do === 'drop') {
    for (const url of data.urls) held.delete(url);
    return;
  }
  workOn(data).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    answer({ did: 'fail', id: data.id, reason }, []);
  });
};

async function workOn(request: Exclude<Request, { do: 'drop' }>): Promise<void> {
  switch (request.do) {
    case 'decode':
      return decodeOne(request);
    case 'paint':
      return paint(request.id, request.layers);
    case 'tally':
      return answer({ did: 'tally', id: request.id, tallies: tally(request) }, []);
  }
}

function tally({ spec, pieces }: Extract<Request, { do: 'tally' }>) {
  const tiles: TallyTile[] = [];
  for (const { url, at } of pieces) {
    const pixels = held.get(url);
    if (pixels === undefined || pixels.size.width !== at.width || pixels.size.height !== at.height) return null;
    tiles.push({ at, values: pixels.samples, channels: pixels.channels });
  }
  return tallyOf(spec, tiles);
}

async function decodeOne(request: Extract<Request, { do: 'decode' }>): Promise<void> {
  const { pixels, range } = await decode(request.bytes, request.spec);
  held.set(request.url, pixels);
  const decoded = { byteLength: pixels.samples.byteLength, range };
  answer({ did: 'decode', id: request.id, decoded }, []);
}

async function paint(id: number, layers: readonly LayerSpec[]): Promise<void> {
  const bitmaps = await Promise.all(
    layers.map((layer) => {
      const picture = compose(layer, (url) => held.get(url));
      const { width, height } = layer.size;
      return createImageBitmap(new ImageData(picture, width, height), {
        colorSpaceConversion: 'none',
        premultiplyAlpha: 'none',
      });
    }),
  );
  answer({ did: 'paint', id, bitmaps }, bitmaps);
}

const answer = (reply: Reply, transfer: Transferable[]): void => self.postMessage(reply, transfer);
