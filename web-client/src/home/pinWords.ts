// SPDX-License-Identifier: Apache-2.0
import type { PinProblem } from '../offline/pin';
import type { Readiness } from '../offline/view';
import { bytes, percent } from '../ui/format';
import { text } from '../ui/text';

/** How a study stands on this device, in words. */
export function readinessWords(readiness: Readiness): string {
  switch (readiness.state) {
    case 'none':
      return text.notKept;
    case 'complete':
      return text.ready;
    case 'removing':
      return text.removing;
    case 'failed':
      return problemWords(readiness.problem);
    case 'queued':
      return text.queued;
    case 'fetching':
      return readiness.ofBytes === 0 ? text.preparing : text.fetching(percent(readiness.part));
    case 'waiting':
      return text.waiting(percent(readiness.part));
    case 'updating':
      return text.updating(percent(readiness.part));
  }
}

function problemWords(problem: PinProblem): string {
  switch (problem.code) {
    case 'no-room':
      return problem.needBytes > 0 ? text.noRoom(bytes(problem.needBytes), bytes(problem.freeBytes)) : text.noRoomLeft;
    case 'refused':
      return problem.detail || text.refused;
    case 'damaged':
      return text.damaged;
    case 'storage':
      return text.storageBroken;
  }
}
