// SPDX-License-Identifier: Apache-2.0
import { Json } from '../contract/json';
import { type PresentationDocument, parsePresentation } from '../contract/presentation';
import type { Presentation } from '../model/study';
import { ask } from '../session/ask';

export const presentationUrl = ({ instance, version }: Presentation): string =>
  `/api/v1/presentations/${instance}?v=${version}`;

/** null: not here, or not understood. */
export async function loadPresentation(asked: Presentation, signal: AbortSignal): Promise<PresentationDocument | null> {
  try {
    const response = await ask(presentationUrl(asked), { signal });
    if (!response.ok) return null;
    const document = parsePresentation(Json.parse(await response.text()));
    return document.instance === asked.instance ? document : null;
  } catch {
    return null;
  }
}
