// SPDX-License-Identifier: Apache-2.0
import type { StudyDocument } from '../contract/documents';
import type { StudyDescriptor } from '../model/study';

/** What an address asks to be opened in a study. */
export type Opening =
  | { readonly kind: 'frame'; readonly series: number; readonly frame: number }
  | { readonly kind: 'document'; readonly document: StudyDocument };

/** Where a link such as `?instance=…&frame=…` leads: reports refer to images so. Null when the study has no such object. */
export function openingOf(study: StudyDescriptor, search: string): Opening | null {
  const asked = new URLSearchParams(search);
  const instance = asked.get('instance');
  const document = study.documents.find((one) => one.instance === instance);
  if (document !== undefined) return { kind: 'document', document };
  const number = Number(asked.get('frame') ?? '1');
  for (const [series, { instances, frames }] of study.series.entries()) {
    const own = frames.findIndex((frame) => instances[frame.instance]?.instance === instance && frame.frame === number);
    if (own >= 0) return { kind: 'frame', series, frame: own };
  }
  return null;
}
