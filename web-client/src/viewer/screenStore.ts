// SPDX-License-Identifier: Apache-2.0
import { keepable, keptScreen, type ScreenSize } from '../model/screenSize';

const KEY = 'wardlight-screen';

/** What this browser knows of its screen; null when nobody measured it, or it is another screen now. */
export function readScreen(): ScreenSize | null {
  try {
    return keptScreen(localStorage.getItem(KEY), screen.width, screen.height);
  } catch {
    return null;
  }
}

export function keepScreen(size: ScreenSize): void {
  try {
    localStorage.setItem(KEY, keepable(size));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
