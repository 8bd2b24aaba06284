// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { kindOf, seriesOf, spacingOf, studyOf } from '../testing/study';
import { reduce } from './reduce';
import { keepable, keptScreen, screenOf, trueSizeOf } from './screenSize';
import { openStudy } from './state';
import { scaleOf } from './view';

describe('the size of a screen', () => {
  test('is kept for that screen and for no other', () => {
    const screen = screenOf(10.4, 820, 1180);
    expect(screen).not.toBeNull();
    if (screen === null) return;
    expect(keptScreen(keepable(screen), 820, 1180)).toEqual(screen);
    expect(keptScreen(keepable(screen), 1920, 1080)).toBeNull();
  });

  test('is not believed when no screen has such pixels, or when what is kept is broken', () => {
    expect(screenOf(0.5, 800, 600)).toBeNull();
    expect(keptScreen('nonsense', 800, 600)).toBeNull();
    expect(keptScreen(null, 800, 600)).toBeNull();
  });
});

describe('true size', () => {
  test('needs a spacing and a measured screen', () => {
    const screen = screenOf(10, 820, 1180);
    expect(trueSizeOf(kindOf({ spacing: null }), screen)).toEqual({ kind: 'no-spacing' });
    expect(trueSizeOf(kindOf(), null)).toEqual({ kind: 'no-screen' });
    expect(trueSizeOf(kindOf(), screen)).toEqual({ kind: 'ready', perMm: 10 });
  });

  test('shows a millimetre of the body as a millimetre of the screen', () => {
    const kind = kindOf({ spacing: spacingOf(0.5, 0.5) });
    const opened = openStudy(studyOf(seriesOf(1, kind)));
    const sized = reduce(opened, { do: 'resize', canvas: { width: 500, height: 500 }, devicePixelRatio: 2 });
    const after = reduce(sized, { do: 'true-size', perMm: 10 });
    const view = after.bySeries[0]?.view;
    expect(view && scaleOf(view, { columns: 512, rows: 512, pixelAspect: 1 }, after.canvas)).toBe(5);
  });
});
