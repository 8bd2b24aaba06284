// SPDX-License-Identifier: Apache-2.0
import type { Omitted } from '../model/study';

export interface OmittedLine {
  readonly reason: string;
  readonly count: number;
}

/** The reasons, the most frequent first, each with how many objects it holds for. */
export function omittedLines(omitted: readonly Omitted[]): OmittedLine[] {
  const counts = new Map<string, number>();
  for (const { reason } of omitted) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((one, other) => other.count - one.count);
}
