// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { CARD_MM, screenOf } from '../model/screenSize';
import { Dialog } from '../ui/Dialog';
import { text } from '../ui/text';
import { keepScreen, readScreen } from './screenStore';

interface Props {
  readonly onClose: () => void;
  /** Device pixels a millimetre. */
  readonly onSet: (perMm: number) => void;
}

/** CSS pixels a millimetre where nobody measured: about right for many screens, and somewhere to start from. */
const FIRST = 96 / 25.4;

/** Somebody holds a card to the screen and makes the frame as wide as it is. */
export function ScreenCard({ onClose, onSet }: Props) {
  const ratio = devicePixelRatio;
  const most = Math.max(200, Math.min(innerWidth - 90, 700));
  const known = readScreen();
  const first = Math.min(most, (known === null ? FIRST : known.perMm / ratio) * CARD_MM);
  const [width, setWidth] = useState(Math.round(first * 2) / 2);
  const set = () => {
    const size = screenOf((width * ratio) / CARD_MM, screen.width, screen.height);
    if (size === null) return;
    keepScreen(size);
    onSet(size.perMm);
    onClose();
  };
  const step = (by: number) => () => setWidth((before) => Math.max(120, Math.min(most, before + by)));
  return (
    <Dialog title={text.measure.screenTitle} testId="screen-card" onClose={onClose}>
      <p>{text.measure.screenHow}</p>
      <div
        class="screen-card"
        style={{ width: `${width}px`, height: `${width * 0.6306}px` }}
        data-testid="card-frame"
      />
      <div class="screen-card__steps">
        <button type="button" class="button" aria-label={text.measure.smaller} onClick={step(-1)}>
          −
        </button>
        <input
          type="range"
          min={120}
          max={most}
          step={0.5}
          value={width}
          aria-label={text.measure.cardWidth}
          onInput={(event) => setWidth(Number(event.currentTarget.value))}
        />
        <button type="button" class="button" aria-label={text.measure.larger} onClick={step(1)}>
          +
        </button>
        <button type="button" class="button button--solid" data-testid="screen-set" onClick={set}>
          {text.measure.screenSet}
        </button>
      </div>
    </Dialog>
  );
}
