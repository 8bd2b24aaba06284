// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ViewerState } from '../../model/state';
import type { Hand } from '../desk';
import { loupePlace } from '../loupePlace';

interface Props {
  readonly hand: Hand;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly state: ViewerState;
}

const SMALL = { size: 128, times: 2.5 };
const LARGE = { size: 220, times: 3 };

/** What lies under the finger, enlarged and beside it. Drawn from what is on the screen, in device pixels. */
export function Loupe({ hand, canvas, state }: Props) {
  const glass = useRef<HTMLCanvasElement>(null);
  const { size, times } = hand.magnify ? LARGE : SMALL;
  const ratio = state.devicePixelRatio;
  const { x, y } = loupePlace(hand.at, size, {
    width: state.canvas.width / ratio,
    height: state.canvas.height / ratio,
  });
  useLayoutEffect(() => {
    const source = canvas.current;
    const context = glass.current?.getContext('2d', { alpha: false });
    if (source === null || !context) return;
    const pixels = Math.round(size * ratio);
    if (context.canvas.width !== pixels) {
      context.canvas.width = pixels;
      context.canvas.height = pixels;
    }
    const part = pixels / times;
    context.fillStyle = '#000';
    context.fillRect(0, 0, pixels, pixels);
    context.imageSmoothingEnabled = false;
    const [left, top] = [hand.at.x * ratio - part / 2, hand.at.y * ratio - part / 2];
    context.drawImage(source, left, top, part, part, 0, 0, pixels, pixels);
  });
  const middle = size / 2;
  return (
    <div
      class="measure__loupe"
      data-testid="loupe"
      style={{ width: `${size}px`, height: `${size}px`, transform: `translate(${x}px, ${y}px)` }}
    >
      <canvas ref={glass} />
      {!hand.magnify && (
        <svg aria-hidden="true" viewBox={`0 0 ${size} ${size}`}>
          <path
            d={`M${middle} ${middle - 26}v18M${middle} ${middle + 8}v18M${middle - 26} ${middle}h18M${middle + 8} ${middle}h18`}
          />
        </svg>
      )}
    </div>
  );
}
