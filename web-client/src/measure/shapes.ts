// SPDX-License-Identifier: Apache-2.0
// Marks as lines on the page, in CSS pixels. Pure.
import type { Point, Rect } from '../model/view';
import { handlesOf } from './handles';
import type { Mark } from './mark';

export type Place = (point: Point) => Point;

export interface Outline {
  readonly d: string;
  /** Helps to see what belongs together; not part of the measure. */
  readonly dashed: string;
}

const ORIGIN: Point = { x: 0, y: 0 };
const TICK = 7;
const HEAD = 13;
const ARC = 20;
const n = (value: number): number => Math.round(value * 100) / 100;
const lines = (...points: readonly Point[]): string => `M${points.map(({ x, y }) => `${n(x)} ${n(y)}`).join('L')}`;
const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

/** From one point towards another, in steps of one pixel. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return length < 1e-6 ? { x: 1, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

export function outlineOf(mark: Mark, place: Place): Outline {
  const [a = ORIGIN, b = a, c = b, d = c] = mark.points.map(place);
  switch (mark.kind) {
    case 'length':
      return { d: lines(a, b) + tick(a, b) + tick(b, a), dashed: '' };
    case 'angle':
      return { d: lines(a, b, c) + (mark.points.length > 2 ? arc(a, b, c) : ''), dashed: '' };
    case 'cobb':
      return mark.points.length < 4
        ? { d: lines(a, b) + (mark.points.length > 2 ? lines(c, d) : ''), dashed: '' }
        : { d: lines(a, b) + lines(c, d), dashed: lines(middle(a, b), middle(c, d)) };
    case 'ellipse': {
      const { x, y, width, height } = boundsOf([a, b]);
      const [rx, ry] = [n(width / 2), n(height / 2)];
      const half = (sign: number) => `a${rx} ${ry} 0 1 0 ${n(sign * width)} 0`;
      return { d: `M${n(x)} ${n(y + height / 2)}${half(1)}${half(-1)}Z`, dashed: '' };
    }
    case 'rectangle':
      return { d: `${lines(...handlesOf(mark).map(place))}Z`, dashed: '' };
    case 'probe':
      return { d: [0, 1, 2, 3].map((quarter) => probeArm(a, quarter)).join(''), dashed: '' };
    case 'arrow':
      return { d: lines(b, a) + head(a, b), dashed: '' };
  }
}

/** A short line across the end of a length. */
function tick(end: Point, other: Point): string {
  const { x, y } = towards(end, other);
  return lines({ x: end.x - y * TICK, y: end.y + x * TICK }, { x: end.x + y * TICK, y: end.y - x * TICK });
}

function head(tip: Point, tail: Point): string {
  const { x, y } = towards(tip, tail);
  const wing = (side: number) => ({ x: tip.x + HEAD * (x - side * y * 0.5), y: tip.y + HEAD * (y + side * x * 0.5) });
  return lines(wing(1), tip, wing(-1));
}

function arc(a: Point, corner: Point, c: Point): string {
  const one = towards(corner, a);
  const other = towards(corner, c);
  const sweep = one.x * other.y - one.y * other.x > 0 ? 1 : 0;
  const at = ({ x, y }: Point) => `${n(corner.x + ARC * x)} ${n(corner.y + ARC * y)}`;
  return `M${at(one)}A${ARC} ${ARC} 0 0 ${sweep} ${at(other)}`;
}

/** The middle stays open: it is what is measured. */
function probeArm({ x, y }: Point, quarter: number): string {
  const dx = [1, 0, -1, 0][quarter] ?? 0;
  const dy = [0, 1, 0, -1][quarter] ?? 0;
  return lines({ x: x + 4 * dx, y: y + 4 * dy }, { x: x + 14 * dx, y: y + 14 * dy });
}

export function boundsOf(points: readonly Point[]): Rect {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The lines of a mark, for finding out whether a finger is near; an ellipse has as many as make no difference. */
export function segmentsOf(mark: Mark, place: Place): readonly (readonly [Point, Point])[] {
  const points = handlesOf(mark).map(place);
  if (mark.kind === 'cobb') return pairs([points.slice(0, 2), points.slice(2, 4)]);
  if (mark.kind === 'rectangle') return pairs([[...points, ...points.slice(0, 1)]]);
  if (mark.kind !== 'ellipse')
    return points.length === 1 ? [[points[0] ?? ORIGIN, points[0] ?? ORIGIN]] : pairs([points]);
  const { x, y, width, height } = boundsOf(points);
  const round = Array.from({ length: 49 }, (_, step) => {
    const turn = (step * Math.PI) / 24;
    return { x: x + (width / 2) * (1 + Math.cos(turn)), y: y + (height / 2) * (1 + Math.sin(turn)) };
  });
  return pairs([round]);
}

const pairs = (all: readonly (readonly Point[])[]): (readonly [Point, Point])[] =>
  all.flatMap((points) => points.slice(1).map((to, at) => [points[at] ?? to, to] as const));
