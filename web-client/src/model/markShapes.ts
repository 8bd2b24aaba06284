// SPDX-License-Identifier: Apache-2.0
// Shutters and graphics as paths for SVG, in the pixels of the page. Pure.

import type { Shutter } from '../contract/frameKind';
import type { Graphic, PresentationArea } from '../contract/presentation';
import type { FrameKind } from './study';
import { type Affine, type Point, type Rect, toCanvas } from './view';

/** From one of the two units to a place on the page. */
export type Place = (point: readonly number[], units: Graphic['units']) => Point;

export function placing(map: Affine, kind: FrameKind, area: PresentationArea | null): Place {
  const left = (area?.left ?? 1) - 1;
  const top = (area?.top ?? 1) - 1;
  const one = toCanvas(map, { x: left, y: top });
  const other = toCanvas(map, { x: area?.right ?? kind.columns, y: area?.bottom ?? kind.rows });
  const shown: Rect = {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
  return ([x = 0, y = 0], units) =>
    units === 'DISPLAY'
      ? { x: shown.x + x * shown.width, y: shown.y + y * shown.height }
      : toCanvas(map, { x: x - 0.5, y: y - 0.5 });
}

/** Everything of the image but what the shutter leaves open, in image pixels; to be filled by the even-odd rule. */
export function shutterPath(shutter: Shutter, kind: FrameKind): string {
  const whole = `M0 0H${kind.columns}V${kind.rows}H0Z`;
  switch (shutter.shape) {
    case 'RECTANGULAR': {
      const left = Math.max(0, shutter.left ?? 0);
      const top = Math.max(0, shutter.upper ?? 0);
      const right = Math.min(kind.columns, (shutter.right ?? 0) - 1);
      const bottom = Math.min(kind.rows, (shutter.lower ?? 0) - 1);
      return `${whole}M${left} ${top}H${right}V${bottom}H${left}Z`;
    }
    case 'CIRCULAR': {
      const rx = shutter.radius ?? 0;
      const ry = rx / kind.pixelAspect;
      const x = (shutter.column ?? 0) - 0.5;
      const y = (shutter.row ?? 0) - 0.5;
      return `${whole}M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
    }
    case 'BITMAP':
      return '';
    case 'POLYGONAL': {
      const corners = (shutter.vertices ?? []).map(([row = 0, column = 0]) => `${column - 0.5} ${row - 0.5}`);
      return `${whole}M${corners.join('L')}Z`;
    }
  }
}

export function graphicPath(graphic: Graphic, place: Place): string {
  const points = graphic.points.map((point) => place(point, graphic.units));
  switch (graphic.type) {
    case 'POINT':
      return points.map(({ x, y }) => `M${n(x - 3)} ${n(y)}H${n(x + 3)}M${n(x)} ${n(y - 3)}V${n(y + 3)}`).join('');
    case 'POLYLINE':
      return line(points);
    case 'INTERPOLATED':
      return curve(points);
    case 'CIRCLE': {
      const [middle = ORIGIN, on = ORIGIN] = points;
      const radius = Math.hypot(on.x - middle.x, on.y - middle.y);
      return oval(middle, radius, radius, 0);
    }
    case 'ELLIPSE': {
      const [a = ORIGIN, b = ORIGIN, c = ORIGIN, d = ORIGIN] = points;
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      const turn = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
      return oval(middle, Math.hypot(b.x - a.x, b.y - a.y) / 2, Math.hypot(d.x - c.x, d.y - c.y) / 2, turn);
    }
  }
}

const ORIGIN: Point = { x: 0, y: 0 };
const n = (value: number): number => Math.round(value * 100) / 100;
const line = (points: readonly Point[]): string => `M${points.map(({ x, y }) => `${n(x)} ${n(y)}`).join('L')}`;

function oval(middle: Point, rx: number, ry: number, degrees: number): string {
  const radians = (degrees * Math.PI) / 180;
  const dx = rx * Math.cos(radians);
  const dy = rx * Math.sin(radians);
  const arc = (to: number) => `A${n(rx)} ${n(ry)} ${n(degrees)} 1 0 ${n(middle.x + to * dx)} ${n(middle.y + to * dy)}`;
  return `M${n(middle.x - dx)} ${n(middle.y - dy)}${arc(1)}${arc(-1)}`;
}

/** Through every point, smooth between them (Catmull-Rom); closed when the last point is the first. */
function curve(points: readonly Point[]): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 3) return line(points);
  const isClosed = first.x === last.x && first.y === last.y;
  const at = (index: number): Point => {
    const count = points.length - 1;
    const wrapped = isClosed ? (index + count) % count : Math.max(0, Math.min(count, index));
    return points[wrapped] ?? ORIGIN;
  };
  const parts = points.slice(1).map((to, step) => {
    const before = at(step - 1);
    const from = at(step);
    const after = at(step + 2);
    const one = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const two = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    return `C${n(one.x)} ${n(one.y)} ${n(two.x)} ${n(two.y)} ${n(to.x)} ${n(to.y)}`;
  });
  return `M${n(first.x)} ${n(first.y)}${parts.join('')}`;
}
